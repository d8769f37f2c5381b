# verdict: failed by at_most_five
# why: Numbers modulo six share six locks.
import threading
import time

locks = [threading.Lock() for _ in range(6)]


def task(i):
    with locks[i % 6]:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
