# verdict: failed by at_most_five
# why: Looking at the counter and counting up are two steps, and another thread fits in between.
import threading
import time

count = 0
leave_lock = threading.Lock()


def task(i):
    global count
    while count >= 5:
        time.sleep(0.2)
    with leave_lock:
        count += 1
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    with leave_lock:
        count -= 1


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
