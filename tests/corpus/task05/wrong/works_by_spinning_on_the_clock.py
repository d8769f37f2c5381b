# verdict: failed by no_spin
# why: The second of work is a loop that looks at the clock as fast as it can.
import threading
import time

sem = threading.Semaphore(5)


def work(i):
    with sem:
        print('begin', i)
        t = time.time()
        while time.time() - t < 1:
            pass
        print('end', i)


for i in range(10):
    threading.Thread(target=work, args=(i,)).start()
