# verdict: failed by five_at_once
# why: The semaphore has four places.
import threading
import time

sem = threading.Semaphore(4)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
