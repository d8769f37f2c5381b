# verdict: passed without started_and_blocked
# why: The order is right, but ten children burn the processor for ten seconds.
import threading
import time

ready = False


def child(i):
    while not ready:
        pass
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=child, args=(i,)).start()
time.sleep(10)
ready = True
