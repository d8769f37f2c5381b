# verdict: passed
# why: A semaphore of zero; main hands out five places, and a new one for each end that it hears of.
import queue
import threading
import time

place = threading.Semaphore(0)
ended = queue.Queue()


def task(i):
    place.acquire()
    print('线程', i, '开始')
    time.sleep(1)
    print('线程', i, '结束')
    ended.put(i)


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for _ in range(5):
    place.release()
for _ in range(10):
    ended.get()
    place.release()
for t in threads:
    t.join()
