# verdict: failed by clean_end
# why: After printing, odd and even children take two locks in opposite orders and can deadlock.
import threading
import time

event = threading.Event()
lock_count = threading.Lock()
lock_names = threading.Lock()
count = 0
names = []


def task(i):
    global count
    event.wait()
    print(i, time.ctime())
    first, second = (lock_count, lock_names) if i % 2 else (lock_names, lock_count)
    with first:
        with second:
            count += 1
            names.append(i)


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
time.sleep(10)
event.set()
for t in threads:
    t.join()
