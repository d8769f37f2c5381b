# verdict: failed by not_before
# also: started_and_blocked
# why: The child goes on when q.get(timeout=10) gives up, without main's token.
import queue
import threading
import time

q = queue.Queue()


def task(i):
    try:
        q.get(timeout=10)
    except queue.Empty:
        pass
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
for i in range(10):
    q.put(None)
