# verdict: passed
# why: Ten Timers with staggered delays do the work, five at a time.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print('开工', i)
        time.sleep(1)
        print('收工', i)


timers = [threading.Timer(0.1 * i, task, [i]) for i in range(10)]
for t in timers:
    t.start()
for t in timers:
    t.join()
