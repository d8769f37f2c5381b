# verdict: failed by clean_end
# why: Each child dies of a KeyError after it has printed its time.
import threading
import time

event = threading.Event()
finished = {}


def task(i):
    event.wait()
    print(i, time.ctime())
    finished[i] += 1


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
