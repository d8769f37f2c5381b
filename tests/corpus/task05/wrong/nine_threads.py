# verdict: failed by ten_threads
# also: begin_and_end
# why: range(1, 10) makes nine threads.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(1, 10):
    threading.Thread(target=task, args=(i,)).start()
