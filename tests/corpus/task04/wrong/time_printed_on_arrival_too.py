# verdict: failed by not_before
# why: Each child prints the time when it arrives as well, long before main's wait is over.
import threading
import time

event = threading.Event()


def task(i):
    print('线程', i, '到达时间', time.strftime('%H:%M:%S'))
    event.wait()
    print('线程', i, '执行时间', time.strftime('%H:%M:%S'))


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
