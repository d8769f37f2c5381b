# verdict: failed by clean_end
# why: self.n is read and written back without a lock, so the tenth is never counted when two overlap, and main waits for ever.
import threading


class Counter:
    def __init__(self, target):
        self.n = 0
        self.target = target
        self.gate = threading.Semaphore(0)

    def hit(self):
        old = self.n
        new = old + 1
        self.n = new
        if new == self.target:
            self.gate.release()


counter = Counter(10)


class Worker(threading.Thread):
    def run(self):
        print(self.name, threading.active_count())
        counter.hit()


workers = [Worker() for _ in range(10)]
for w in workers:
    w.start()
counter.gate.acquire()
for w in workers:
    w.join()
print("计数到", counter.n)
