# verdict: failed by begin_and_end
# why: The end line is printed before the work is done.
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
