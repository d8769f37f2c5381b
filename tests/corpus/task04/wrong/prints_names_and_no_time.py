# verdict: failed by prints_time
# why: The children print their names and no time.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(threading.current_thread().name, '开始执行')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
