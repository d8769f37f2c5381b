# verdict: failed by begin_and_end
# why: Nothing is printed at the end of the work.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print('线程', i, '正在执行')
        time.sleep(1)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
