# verdict: failed by not_before
# also: started_and_blocked
# why: A Semaphore starts at one, so the first child goes through at once.
import threading
import time

sem = threading.Semaphore()


def task(i):
    sem.acquire()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
for i in range(10):
    sem.release()
