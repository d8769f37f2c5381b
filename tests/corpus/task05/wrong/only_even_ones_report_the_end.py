# verdict: failed by begin_and_end
# why: Half of the threads print no end line.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        if i % 2 == 0:
            print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
