# verdict: failed by clean_end
# why: A forked consumer goes on long after the main process.
import os
import time
from multiprocessing import Queue

q = Queue()
if os.fork() == 0:
    for _ in range(3):
        print("got", q.get())
    time.sleep(60)
    os._exit(0)
for i in range(3):
    q.put(i)
