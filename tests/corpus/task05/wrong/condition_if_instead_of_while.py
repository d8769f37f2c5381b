# verdict: failed by at_most_five
# why: After cond.wait() nobody looks again, and a newcomer may have taken the place meanwhile.
import threading
import time

cond = threading.Condition()
running = 0


def task(i):
    global running
    with cond:
        if running >= 5:
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
    time.sleep(0.125)
