# verdict: failed by at_most_five
# why: The second five start after 1.5 seconds, whether the first are done or not.
import threading
import time


def task(i):
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')


for i in range(10):
    if i == 5:
        time.sleep(1.5)
    threading.Thread(target=task, args=(i,)).start()
