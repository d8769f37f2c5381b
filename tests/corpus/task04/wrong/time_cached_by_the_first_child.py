# verdict: failed by prints_time
# why: A cache filled by the first child gives the other nine a time that they did not take.
import threading
import time

event = threading.Event()
lock = threading.Lock()
cache = {}


def task(i):
    event.wait()
    with lock:
        if 'now' not in cache:
            cache['now'] = time.ctime()
    print(i, cache['now'])


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
