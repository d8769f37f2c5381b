# verdict: passed
# why: The delay function of the scheduler is the wait of an Event.
import sched
import time
from threading import Event


def hello():
    print('Hello, World!')


s = sched.scheduler(time.monotonic, Event().wait)
s.enter(30, 1, hello)
s.run()
