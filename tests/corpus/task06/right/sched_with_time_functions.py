# verdict: passed
# why: time.time and time.sleep are handed to sched, as its documentation shows.
import sched
import time

scheduler = sched.scheduler(time.time, time.sleep)


def hello():
    print('Hello, World!')


print('现在', time.strftime('%H:%M:%S'))
scheduler.enter(30, 0, hello, ())
scheduler.run()
