# verdict: failed by prints_time
# why: The children only collect their times; main prints them all.
import threading
import time

event = threading.Event()
times = []


def task(i):
    event.wait()
    times.append((i, time.ctime()))


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
time.sleep(10)
event.set()
for t in threads:
    t.join()
for i, text in times:
    print(i, text)
