# verdict: failed by at_most_five
# why: Two threads can both find no semaphore yet and make one each.
import threading
import time

sem = None


def get_sem():
    global sem
    if sem is None:
        sem = threading.Semaphore(5)
    return sem


def task(i):
    with get_sem():
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
