# verdict: failed by five_at_once
# why: The counter is compared with `<` one too low, so four are the most.
import threading
import time

cond = threading.Condition()
running = 0


def task(i):
    global running
    with cond:
        while not running + 1 < 5:
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
