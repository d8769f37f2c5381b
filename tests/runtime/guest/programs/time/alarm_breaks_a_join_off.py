"""A handler that raises breaks off a join, a queue's get and a condition's wait with its lock."""
import queue
import signal
import threading


def raise_late(number, frame):
    raise TimeoutError("late")


signal.signal(signal.SIGALRM, raise_late)
gate = threading.Event()
thread = threading.Thread(target=gate.wait)
thread.start()
condition = threading.Condition()
lock = threading.Lock()
lock.acquire()


def wait_on_condition():
    with condition:
        condition.wait()


for wait in (thread.join, queue.Queue().get, wait_on_condition, lock.acquire):
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    try:
        wait()
        print("not broken off")
    except TimeoutError as problem:
        print(problem)
print(condition.acquire(False), lock.locked())
gate.set()
thread.join()
