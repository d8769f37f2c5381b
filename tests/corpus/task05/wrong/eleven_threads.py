# verdict: failed by ten_threads
# why: range(0, 11) makes eleven threads.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


ts = [threading.Thread(target=task, args=(i,)) for i in range(0, 11)]
for t in ts:
    t.start()
for t in ts:
    t.join()
