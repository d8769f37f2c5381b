# verdict: failed by one_object
# why: Every Thread object has its own threading.local: ten objects.
import threading


class Worker(threading.Thread):
    def __init__(self):
        super().__init__()
        self.private = threading.local()

    def run(self):
        self.private.name = "Alex"
        print(self.private.name)


workers = [Worker() for _ in range(10)]
for w in workers:
    w.start()
for w in workers:
    w.join()
