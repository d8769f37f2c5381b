# verdict: passed
# why: Main starts the next thread only when fewer than five are left, and looks every 0.3 s.
import threading
import time


def task(i):
    print('线程%d开始执行' % i)
    time.sleep(1)
    print('线程%d执行完毕' % i)


for i in range(10):
    while threading.active_count() > 5:     # 主线程 + 5
        time.sleep(0.3)
    threading.Thread(target=task, args=(i,)).start()
