# verdict: failed by at_most_five
# why: The main thread is one of the active ones, so the limit of six others is one too many.
import threading
import time


def task(i):
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')


for i in range(10):
    while threading.active_count() > 6:
        time.sleep(0.3)
    threading.Thread(target=task, args=(i,)).start()
