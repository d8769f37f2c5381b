# verdict: failed by five_at_once
# why: A lock meant for the printing is held during the work as well.
import threading
import time

sem = threading.Semaphore(5)
print_lock = threading.Lock()


def task(i):
    with sem:
        with print_lock:
            print(i, 'begin')
            time.sleep(1)
            print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
