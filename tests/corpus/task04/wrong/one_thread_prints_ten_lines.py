# verdict: failed by ten_threads
# also: prints_time, started_and_blocked
# why: A single child prints ten lines.
import threading
import time

event = threading.Event()


def task():
    event.wait()
    for i in range(10):
        print('线程', i, '时间', time.ctime())


t = threading.Thread(target=task)
t.start()
time.sleep(10)
event.set()
t.join()
