# verdict: failed by no_sleep
# why: The delay function given to sched is the student's lambda, and it calls time.sleep.
import sched
import time


def hello():
    print('Hello, World!')


s = sched.scheduler(time.time, lambda seconds: time.sleep(seconds))
s.enter(30, 1, hello)
s.run()
