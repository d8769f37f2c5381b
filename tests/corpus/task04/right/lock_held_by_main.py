# verdict: passed
# why: Main takes the lock before it starts anybody and gives it back after ten seconds.
import threading
import time
from datetime import datetime

lock = threading.Lock()


def task(n):
    with lock:
        print('线程', n, '时间', datetime.now().strftime('%H:%M:%S'))


lock.acquire()          # 先锁住
ts = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in ts:
    t.start()
time.sleep(10)
lock.release()          # 放行
for t in ts:
    t.join()
