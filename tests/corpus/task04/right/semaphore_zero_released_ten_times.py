# verdict: passed
# why: A Semaphore that starts at zero; main hands out ten permits after its sleep.
import time
from threading import Semaphore, Thread, current_thread

sem = Semaphore(0)


def run():
    sem.acquire()
    print(current_thread().name, '现在时间是', time.asctime())


if __name__ == '__main__':
    workers = []
    for i in range(10):
        w = Thread(target=run)
        w.start()
        workers.append(w)
    time.sleep(10)
    for i in range(10):
        sem.release()
    [w.join() for w in workers]
