# verdict: failed by clean_end
# also: begin_and_end
# why: The lock is let go between the look at the counter and the wait, where the last notify can fall.
import threading
import time

lock = threading.Lock()
cond = threading.Condition()
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
        with cond:
            cond.wait()
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    with lock:
        running -= 1
    with cond:
        cond.notify_all()


for group in (range(0, 4), range(4, 9), range(9, 10)):     # 分三批到
    for i in group:
        threading.Thread(target=task, args=(i,)).start()
    time.sleep(1)
