# verdict: failed by not_before
# also: started_and_blocked
# why: event.wait(15) only looks safer: when main's wait takes longer, the children go without it.
import threading
import time

event = threading.Event()


def task(i):
    event.wait(15)      # 多等 5 秒, 保险
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
