# verdict: failed by no_spin
# why: Main tries ten locks without blocking, round and round, until each is free.
import threading
import time


def work(lock):
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.2)
    lock.release()


locks = []
for _ in range(10):
    lock = threading.Lock()
    lock.acquire()
    locks.append(lock)
    threading.Thread(target=work, args=(lock,)).start()
for lock in locks:
    while not lock.acquire(False):
        pass
print("主线程结束")
