# verdict: failed by clean_end
# also: begin_and_end
# why: release() is missing, and the second five hang.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    sem.acquire()
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
