# verdict: failed by at_most_five
# why: release() inside the with block gives each place back twice.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')
        sem.release()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
