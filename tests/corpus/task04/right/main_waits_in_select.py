# verdict: passed
# why: Main blocks in select with nothing to watch and a time-out of ten seconds.
import select
import threading
import time

lock = threading.Lock()
lock.acquire()


def child():
    lock.acquire()
    lock.release()
    print('now:', time.asctime(time.localtime()))


for i in range(10):
    threading.Thread(target=child).start()
select.select([], [], [], 10)
lock.release()
