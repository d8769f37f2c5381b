# verdict: passed
# why: A Condition with a state flag, looked at in a while loop, loses no wake-up.
from threading import Condition, Thread
import time

cond = Condition()
ready = False


def child(no):
    with cond:
        while not ready:
            cond.wait()
    print('no.', no, 'now =', time.time())


def main():
    global ready
    threads = [Thread(target=child, args=(k,)) for k in range(10)]
    for th in threads:
        th.start()
    time.sleep(10)
    with cond:
        ready = True
        cond.notify_all()
    for th in threads:
        th.join()


if __name__ == '__main__':
    main()
