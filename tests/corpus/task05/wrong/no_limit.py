# verdict: failed by at_most_five
# why: All ten work at once.
import threading
import time


def task(i):
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
