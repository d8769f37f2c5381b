# verdict: failed by begin_and_end
# why: The second of sleep stands outside the with block, so nobody works while holding a place.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        print(i, 'end')
    time.sleep(1)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
