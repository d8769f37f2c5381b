# verdict: failed by begin_and_end
# also: at_most_five
# why: The begin line is printed before acquire(), so all ten begin at once.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    print(i, 'begin')
    sem.acquire()
    time.sleep(1)
    print(i, 'end')
    sem.release()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
