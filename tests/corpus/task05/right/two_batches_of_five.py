# verdict: passed
# why: Five are started and joined, then the other five: the ten need not be alive together.
import threading
import time


def task(i):
    print('第%d个线程开始' % i)
    time.sleep(1)
    print('第%d个线程结束' % i)


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for batch in (threads[:5], threads[5:]):
    for t in batch:
        t.start()
    for t in batch:
        t.join()
