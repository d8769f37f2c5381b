# verdict: passed
# why: Ten Timers whose function does the child's work are ten child threads.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


timers = [threading.Timer(0.2, work) for _ in range(10)]
for t in timers:
    t.start()
for t in timers:
    t.join()
print("all timers have gone off")
