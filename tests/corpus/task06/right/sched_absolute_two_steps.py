# verdict: passed
# why: Two events of a scheduler: a note after fifteen seconds and hello after thirty.
import sched
import time


def hello():
    print('Hello, World!')


s = sched.scheduler(time.monotonic, time.sleep)
begin = time.monotonic()
s.enterabs(begin + 15, 1, print, argument=('一半了',))
s.enterabs(begin + 30, 1, hello)
s.run()
