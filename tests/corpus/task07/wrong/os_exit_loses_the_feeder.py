# verdict: failed by none_lost
# why: os._exit right after put: the feeder thread is cut off.
import os
from multiprocessing import Queue
from queue import Empty

q = Queue()
pid = os.fork()
if pid == 0:
    for i in range(3):
        q.put(i)
    os._exit(0)
os.waitpid(pid, 0)
try:
    while True:
        print("got", q.get(timeout=1))
except Empty:
    pass
