# verdict: failed by clean_end
# why: sys.exit with a text ends with exit code 1.
import sys
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
sys.exit('全部完成')
