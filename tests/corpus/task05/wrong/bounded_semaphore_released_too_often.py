# verdict: failed by clean_end
# why: Main gives back a place that it never had, and a full BoundedSemaphore raises ValueError.
import threading
import time

sem = threading.BoundedSemaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
sem.release()
