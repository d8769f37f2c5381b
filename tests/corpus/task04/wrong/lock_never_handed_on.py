# verdict: failed by clean_end
# also: prints_time
# why: The first child keeps the lock, the other nine hang.
import threading
import time

lock = threading.Lock()
lock.acquire()


def task(i):
    lock.acquire()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
lock.release()
