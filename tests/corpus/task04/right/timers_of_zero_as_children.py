# verdict: passed
# why: Ten Timers with a delay of zero do the children's work, and wait for main's event.
import time
from threading import Event, Timer

event = Event()


def child(i):
    event.wait()
    print(i, time.time())


for i in range(10):
    Timer(0, child, args=[i]).start()
time.sleep(10)
event.set()
