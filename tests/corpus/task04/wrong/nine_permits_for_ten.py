# verdict: failed by clean_end
# also: prints_time
# why: Main releases the semaphore nine times, one child waits for ever.
import threading
import time

sem = threading.Semaphore(0)


def task(i):
    sem.acquire()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
for i in range(1, 10):
    sem.release()
