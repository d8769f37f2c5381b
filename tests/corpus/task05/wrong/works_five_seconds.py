# verdict: failed by begin_and_end
# why: Five seconds of work are too long (0.5 to 2 s).
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(5)
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
