# verdict: passed
# why: Each child takes one token from a queue that main fills after its sleep.
import queue
import threading
import time

q = queue.Queue()


def child(i):
    token = q.get()
    print('thread %d got %r at %s' % (i, token, time.strftime('%X')))
    q.task_done()


for i in range(10):
    threading.Thread(target=child, args=(i,), daemon=False).start()

time.sleep(10)
for i in range(10):
    q.put('GO')
q.join()
