# verdict: failed by clean_end
# also: begin_and_end
# why: Entering and leaving take the two locks in opposite orders and can deadlock.
import threading
import time

sem = threading.Semaphore(5)
count_lock = threading.Lock()
names_lock = threading.Lock()
count = 0
names = []


def task(i):
    global count
    with sem:
        with count_lock:
            with names_lock:
                count += 1
                names.append(i)
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')
        with names_lock:
            with count_lock:
                names.remove(i)
                count -= 1


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
