# verdict: failed by main_waits_ten_seconds
# also: not_before
# why: Main burns the processor for ten seconds instead of waiting.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
begin = time.time()
while time.time() - begin < 10:
    pass
event.set()
