# verdict: failed by ten_threads
# why: range(11) makes eleven threads.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


for i in range(0, 11):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
