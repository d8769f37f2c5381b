# verdict: failed by together
# why: Five threads are started and joined, then five more: ten are never alive at once.
import threading
import time


def work(k):
    print(k, threading.current_thread().name, threading.active_count())
    time.sleep(0.1)


for batch in range(2):
    five = [threading.Thread(target=work, args=(5 * batch + k,)) for k in range(5)]
    for t in five:
        t.start()
    for t in five:
        t.join()
print("both batches are done")
