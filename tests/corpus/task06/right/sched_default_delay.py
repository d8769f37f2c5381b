# verdict: passed
# why: sched.scheduler with its defaults sleeps inside the library, which is its own business.
import sched

s = sched.scheduler()


def hello():
    print('Hello, World!')


s.enter(30, 1, hello)
s.run()
