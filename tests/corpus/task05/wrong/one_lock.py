# verdict: failed by five_at_once
# why: A Lock lets one through at a time.
import threading
import time

lock = threading.Lock()


def task(i):
    with lock:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
