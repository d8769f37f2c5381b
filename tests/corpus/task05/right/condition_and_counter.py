# verdict: passed
# why: A counter under a Condition, looked at in a while loop.
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
    print(i, '开始')
    time.sleep(1)
    print(i, '结束')
    with cond:
        running -= 1
        cond.notify()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
