# verdict: passed without started_and_blocked
# why: Five children wait for the event, the other five are started when it is all over.
import threading
import time

event = threading.Event()


def task(n):
    event.wait()
    print(n, time.strftime('%H:%M:%S'))


threads = [threading.Thread(target=task, args=(n,)) for n in range(10)]
for t in threads[:5]:
    t.start()
time.sleep(10)
event.set()
for t in threads[5:]:
    t.start()
for t in threads:
    t.join()
