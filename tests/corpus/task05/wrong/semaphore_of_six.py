# verdict: failed by at_most_five
# why: The semaphore has six places.
import threading
import time

sem = threading.Semaphore(6)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
