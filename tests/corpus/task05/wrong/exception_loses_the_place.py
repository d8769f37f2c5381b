# verdict: failed by clean_end
# also: begin_and_end
# why: Threads die of an exception before their release(), and the others wait for ever.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    sem.acquire()
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    if i < 6:
        raise RuntimeError('任务 %d 失败' % i)
    sem.release()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
