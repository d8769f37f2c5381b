# verdict: failed by private_name
# why: A Thread's __init__ runs in the thread that makes it, so it is main that sets the value, ten times.
import threading

local = threading.local()


class Worker(threading.Thread):
    def __init__(self):
        super().__init__()
        local.name = "Alex"

    def run(self):
        print(self.name, getattr(local, "name", None))


workers = [Worker() for _ in range(10)]
for w in workers:
    w.start()
for w in workers:
    w.join()
