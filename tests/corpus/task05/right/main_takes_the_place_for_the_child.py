# verdict: passed
# why: Main acquires before each start, the child releases at its end.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    try:
        print('start', i)
        time.sleep(1)
        print('finish', i)
    finally:
        sem.release()


for i in range(10):
    sem.acquire()
    threading.Thread(target=task, args=(i,)).start()
