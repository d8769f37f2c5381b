# verdict: failed by clean_end
# also: begin_and_end
# why: notify() outside the with block raises RuntimeError, and those who wait are never woken.
import threading
import time

cond = threading.Condition()
running = 0


def task(i):
    global running
    with cond:
        while running >= 5:
            cond.wait()
        running += 1
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    with cond:
        running -= 1
    cond.notify()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
