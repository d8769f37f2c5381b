# verdict: passed
# why: Check and count are one step under the lock; the poll of 0.25 s is slow enough.
import threading
import time

lock = threading.Lock()
count = 0


def enter():
    global count
    with lock:
        if count < 5:
            count += 1
            return True
        return False


def leave():
    global count
    with lock:
        count -= 1


def task(i):
    while not enter():
        time.sleep(0.25)
    print('in ', i)
    time.sleep(1)
    print('out', i)
    leave()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
