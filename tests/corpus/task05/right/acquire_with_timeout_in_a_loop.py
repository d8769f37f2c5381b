# verdict: passed
# why: A timed acquire whose answer is looked at, and tried again.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    while True:
        if sem.acquire(timeout=0.5):
            break
        print(i, 'still waiting')
    try:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')
    finally:
        sem.release()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
