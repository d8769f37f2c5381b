# verdict: failed by prints_time
# why: A default argument is computed once, when the function is defined.
import threading
import time

event = threading.Event()


def task(i, now=time.strftime('%H:%M:%S')):
    event.wait()
    print(i, now)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
