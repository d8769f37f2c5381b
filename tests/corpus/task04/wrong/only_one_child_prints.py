# verdict: failed by prints_time
# why: Only the child that is first through the lock prints the time.
import threading
import time

event = threading.Event()
lock = threading.Lock()
printed = False


def task(i):
    global printed
    event.wait()
    with lock:
        if not printed:
            printed = True
            print('time:', time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
