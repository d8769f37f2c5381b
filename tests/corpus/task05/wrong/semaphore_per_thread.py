# verdict: failed by at_most_five
# why: Each thread makes a semaphore of its own, which limits nobody.
import threading
import time


def task(i):
    sem = threading.Semaphore(5)
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
