# verdict: passed
# why: A line before acquire() says that the thread waits; begin and end are inside.
import threading
import time

sem = threading.BoundedSemaphore(5)


def worker(i):
    print('thread', i, 'waiting for a place')
    sem.acquire()
    try:
        print('thread', i, 'begin')
        time.sleep(1)
        print('thread', i, 'end')
    finally:
        sem.release()
    print('thread', i, 'has left')


threads = [threading.Thread(target=worker, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
