# verdict: failed by clean_end
# also: begin_and_end
# why: join(timeout=1) can run out, and the daemon threads are cut off.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


threads = [threading.Thread(target=task, args=(i,), daemon=True) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join(timeout=1)
