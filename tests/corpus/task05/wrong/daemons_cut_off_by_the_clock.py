# verdict: failed by clean_end
# also: begin_and_end
# why: Main sleeps three seconds instead of joining its daemon threads.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,), daemon=True).start()
time.sleep(3)
