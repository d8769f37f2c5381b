# verdict: passed
# why: The second five wait at a Barrier where the first five come when they are done.
import threading
import time

shift_change = threading.Barrier(10)


def first(i):
    print('早班', i, '开始')
    time.sleep(1)
    print('早班', i, '结束')
    shift_change.wait()


def second(i):
    shift_change.wait()
    print('晚班', i, '开始')
    time.sleep(1)
    print('晚班', i, '结束')


threads = [threading.Thread(target=first, args=(i,)) for i in range(5)]
threads += [threading.Thread(target=second, args=(i,)) for i in range(5, 10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
