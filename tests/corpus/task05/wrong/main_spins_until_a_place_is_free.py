# verdict: failed by no_spin
# why: Main burns the processor until a place is free.
import threading
import time


def task(i):
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')


for i in range(10):
    while threading.active_count() > 5:
        pass
    threading.Thread(target=task, args=(i,)).start()
