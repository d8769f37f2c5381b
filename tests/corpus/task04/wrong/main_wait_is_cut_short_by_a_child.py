# verdict: failed by main_waits_ten_seconds
# also: not_before
# why: Main waits for at most ten seconds on an event that the last child sets when it arrives.
import threading
import time

all_here = threading.Event()
go = threading.Event()


def task(i):
    if i == 9:
        all_here.set()
    go.wait()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
all_here.wait(10)
go.set()
