# verdict: passed
# why: An Event without a time-out holds all ten; main sets it after its sleep (the homework's own answer, mended).
from threading import Thread, Event
import time
import datetime


def task():
    event.wait()
    print('time:', datetime.datetime.now())


if __name__ == '__main__':
    event = Event()
    for i in range(10):
        t = Thread(target=task)
        t.start()
    time.sleep(10)
    event.set()
