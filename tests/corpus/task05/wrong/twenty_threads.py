# verdict: failed by ten_threads
# why: Two loops of ten make twenty threads.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
for i in range(10, 20):
    threading.Thread(target=task, args=(i,)).start()
