# verdict: passed
# why: Work takes between 0.7 and 1.5 seconds, as chance will have it.
import random
import threading
import time

pool_sema = threading.BoundedSemaphore(value=5)


def task(i):
    with pool_sema:
        seconds = random.uniform(0.7, 1.5)
        print('%d begin (%.2f s)' % (i, seconds))
        time.sleep(seconds)
        print('%d end' % i)


threads = []
for i in range(10):
    threads.append(threading.Thread(target=task, args=(i,)))
for t in threads:
    t.start()
for t in threads:
    t.join()
print('主线程结束')
