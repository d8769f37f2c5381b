# verdict: passed without started_and_blocked
# why: acquire(blocking=False) in a loop is spinning, though nobody goes too early.
import threading
import time

lock = threading.Lock()
lock.acquire()


def child():
    while not lock.acquire(blocking=False):
        pass
    print(time.strftime('%X'))
    lock.release()


for _ in range(10):
    threading.Thread(target=child).start()
time.sleep(10)
lock.release()
