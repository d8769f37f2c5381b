# verdict: passed
# why: A Semaphore of five around the work (the homework's own answer, with the begin line named).
from threading import Thread, Semaphore, current_thread
import time


def task(n):
    sm.acquire()
    print('%s-- begin' % n, current_thread().name)
    time.sleep(1)
    print('%s-- end' % n, current_thread().name)
    sm.release()


if __name__ == '__main__':
    sm = Semaphore(5)
    for i in range(10):
        t = Thread(target=task, args=(i,))
        t.start()
