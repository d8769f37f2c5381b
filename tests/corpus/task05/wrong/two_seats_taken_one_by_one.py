# verdict: failed by clean_end
# also: begin_and_end
# why: Each takes a second semaphore place while it holds the first; in some orders all the places are halves.
import threading
import time

sem = threading.Semaphore(10)


def task(i):
    sem.acquire()
    sem.acquire()       # 每个线程占两个名额, 10 / 2 = 5
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    sem.release()
    sem.release()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
