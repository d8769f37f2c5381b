# verdict: failed by clean_end
# why: The consumer never ends, and the loop of the student's own goes round for ever.
from collections import deque
box = deque()
def producer():
    for i in range(4):
        print("produce", i); box.append(i); yield
def consumer():
    while True:
        if box: print("consume", box.popleft())
        yield
tasks = [producer(), consumer()]
while tasks:
    for t in list(tasks):
        try: next(t)
        except StopIteration: tasks.remove(t)
