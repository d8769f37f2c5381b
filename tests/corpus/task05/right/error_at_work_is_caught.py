# verdict: passed
# why: Some work fails, the exception is caught, the end line is printed and the place given back.
import threading
import time

sem = threading.Semaphore(5)


def work(i):
    time.sleep(1)
    if i % 3 == 0:
        raise ValueError('坏数据 %d' % i)


def task(i):
    with sem:
        print('begin', i)
        try:
            work(i)
        except ValueError as error:
            print('出错了:', error)
        print('end', i)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
