# verdict: passed
# why: The answer printed in the homework: the repr of the thread shows its name, two prints, a sleep before the count is read.
from threading import Thread, currentThread, activeCount
import time

def task(n):
    print('线程名:%s %s' % (currentThread(), n))
    time.sleep(2)
    print('当前活跃线程数量:%s' % activeCount())

if __name__ == '__main__':
    t_li = []
    for i in range(10):
        t = Thread(target=task, args=(i, ))
        t.start()
        t_li.append(t)
    for t in t_li:
        t.join()
    print('主,---end---')
