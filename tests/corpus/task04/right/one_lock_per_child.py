# verdict: passed
# why: Ten private locks, all held by main and released one after the other.
import threading
import time

locks = [threading.Lock() for i in range(10)]
for lk in locks:
    lk.acquire()


def child(i):
    locks[i].acquire()
    print(i, time.ctime())
    locks[i].release()


threads = {i: threading.Thread(target=child, args=(i,)) for i in range(10)}
for t in threads.values():
    t.start()
time.sleep(10)
for lk in locks:
    lk.release()
for t in threads.values():
    t.join()
