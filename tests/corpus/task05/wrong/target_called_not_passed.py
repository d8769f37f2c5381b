# verdict: failed by ten_threads
# also: begin_and_end, five_at_once
# why: target=task(i) works in the main thread, the ten threads have nothing to do.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task(i)).start()
