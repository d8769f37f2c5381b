# verdict: passed
# why: acquire(blocking=False) with a pause of 0.3 s in between.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    while not sem.acquire(blocking=False):
        print(i, '没有位置, 再等等')
        time.sleep(0.3)
    print(i, '开始')
    time.sleep(1)
    print(i, '结束')
    sem.release()


ts = [threading.Thread(target=task, args=(i,)) for i in range(10)]
[t.start() for t in ts]
[t.join() for t in ts]
