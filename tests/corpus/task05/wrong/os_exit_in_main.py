# verdict: failed by clean_end
# why: The main process ends with os._exit.
import os
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin', flush=True)
        time.sleep(1)
        print(i, 'end', flush=True)


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
os._exit(0)
