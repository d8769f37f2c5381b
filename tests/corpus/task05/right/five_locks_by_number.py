# verdict: passed
# why: Five locks, each shared by two threads.
import threading
import time

locks = [threading.Lock() for _ in range(5)]


def task(i):
    with locks[i % 5]:
        print('线程', i, 'begin')
        time.sleep(1)
        print('线程', i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
