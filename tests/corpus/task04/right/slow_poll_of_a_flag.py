# verdict: passed
# why: Looking at a flag twice a second is slower than ten times a second, so it counts as waiting.
import threading
import time

ready = False


def child(i):
    while not ready:
        time.sleep(0.5)
    print('线程%d 时间:%s' % (i, time.strftime('%H:%M:%S')))


ts = []
for i in range(10):
    ts.append(threading.Thread(target=child, args=(i,)))
    ts[-1].start()
time.sleep(10)
ready = True
for t in ts:
    t.join()
