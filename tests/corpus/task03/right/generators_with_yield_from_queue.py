# verdict: passed
# why: A queue whose put and get are generators, and a scheduler.
from collections import deque
class Scheduler:
    def __init__(self): self.ready = deque()
    def add(self, g): self.ready.append(g)
    def run(self):
        while self.ready:
            g = self.ready.popleft()
            try: next(g)
            except StopIteration: continue
            self.ready.append(g)
class Q:
    def __init__(self, n): self.d = deque(); self.n = n
    def put(self, x):
        while len(self.d) >= self.n: yield
        self.d.append(x)
    def get(self):
        while not self.d: yield
        return self.d.popleft()
def producer(q):
    for i in range(5):
        yield from q.put(i)
        print(f"生产者: 放入 {i}")
        yield
    yield from q.put(None)
def consumer(q):
    while True:
        x = yield from q.get()
        if x is None: break
        print(f"消费者: 取出 {x}")
s = Scheduler(); q = Q(2); s.add(producer(q)); s.add(consumer(q)); s.run()
