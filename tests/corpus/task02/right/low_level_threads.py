# verdict: passed
# why: Ten threads of the low-level _thread module, each with a lock as its join.
import _thread
import threading

data = threading.local()


def work(lock):
    data.name = "Alex"
    print(data.name)
    lock.release()


locks = [_thread.allocate_lock() for _ in range(10)]
for lock in locks:
    lock.acquire()
    _thread.start_new_thread(work, (lock,))
for lock in locks:
    lock.acquire()
