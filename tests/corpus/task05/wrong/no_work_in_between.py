# verdict: failed by begin_and_end
# why: Begin and end follow each other at once, there is no work.
import threading

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
