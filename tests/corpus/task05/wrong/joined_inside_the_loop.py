# verdict: failed by five_at_once
# why: start() and join() in the same loop: one after the other.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(10):
    t = threading.Thread(target=task, args=(i,))
    t.start()
    t.join()
