# verdict: failed by clean_end
# why: One thread dies of an uncaught exception after its end line; its place is given back.
import threading
import time

sem = threading.Semaphore(5)
results = [None] * 9


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')
        results[i] = 'ok'


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
