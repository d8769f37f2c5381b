# verdict: failed by no_spin
# why: run(blocking=False) in a loop spins until the event is due.
import sched


def hello():
    print('Hello, World!')


s = sched.scheduler()
s.enter(30, 1, hello)
while not s.empty():
    s.run(blocking=False)
