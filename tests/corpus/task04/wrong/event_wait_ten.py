# verdict: failed by not_before
# also: started_and_blocked
# why: event.wait(10) gives up after ten seconds, whether main is ready or not (the homework's own answer).
from threading import Thread, Event
import time
import datetime


def task():
    event.wait(10)
    print('time:', datetime.datetime.now())


if __name__ == '__main__':
    event = Event()
    for i in range(10):
        t = Thread(target=task)
        t.start()
    time.sleep(10)
    event.set()
