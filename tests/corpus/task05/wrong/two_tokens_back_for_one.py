# verdict: failed by at_most_five
# why: A thread that ends puts two tokens back into the queue.
import queue
import threading
import time

tokens = queue.Queue()
for k in range(5):
    tokens.put(k)


def task(i):
    token = tokens.get()
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    tokens.put(token)
    tokens.put(token)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
