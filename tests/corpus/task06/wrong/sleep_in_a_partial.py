# verdict: failed by no_sleep
# why: A partial of time.sleep, called by the student.
import time
from functools import partial

wait_half_a_minute = partial(time.sleep, 30)


def hello():
    print('Hello, World!')


wait_half_a_minute()
hello()
