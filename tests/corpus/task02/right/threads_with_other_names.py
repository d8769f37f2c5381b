# verdict: passed
# why: The threads' own names are something else; only the attribute is Alex.
import threading

local = threading.local()


class Worker(threading.Thread):
    def __init__(self, number):
        super().__init__(name=f"线程{number}")

    def run(self):
        local.name = "Alex"
        print("Thread.name =", self.name, "| local.name =", local.name)


workers = [Worker(k) for k in range(1, 11)]
for w in workers:
    w.start()
for w in workers:
    w.join()
