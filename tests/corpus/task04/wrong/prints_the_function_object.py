# verdict: failed by prints_time
# why: time.time without the parentheses is a function and no time.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.time)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
