# verdict: failed by no_spin
# why: A full house is looked at a hundred times a second.
import threading
import time

lock = threading.Lock()
running = 0


def enter():
    global running
    with lock:
        if running < 5:
            running += 1
            return True
    return False


def task(i):
    global running
    while not enter():
        time.sleep(0.01)
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    with lock:
        running -= 1


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
