# verdict: failed by clean_end
# why: A Barrier of twelve waits for one thread too many.
import threading
import time

sem = threading.Semaphore(5)
finish = threading.Barrier(12)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')
    finish.wait()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
finish.wait()
