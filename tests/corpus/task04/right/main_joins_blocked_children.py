# verdict: passed
# why: Ten joins with a time-out of one second on children that are still blocked add up to ten seconds.
import threading
import time

green = threading.Event()


def child():
    green.wait()
    print(threading.current_thread().name, 'time', time.time())


ts = []
for i in range(10):
    t = threading.Thread(target=child, name='T%d' % i)
    t.start()
    ts.append(t)
for t in ts:
    t.join(1)          # 子线程都在等, 每次正好 1 秒
green.set()
for t in ts:
    t.join()
