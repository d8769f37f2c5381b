"""A Condition refuses to wait or notify without its lock."""
import threading

condition = threading.Condition()
for call in (condition.wait, condition.notify, condition.notify_all, condition.release):
    try:
        call()
    except RuntimeError as problem:
        print("RuntimeError", problem)
with condition:
    print(condition.wait(0.001), condition.wait(timeout=0), condition.wait_for(lambda: False, 0.001))
    print(condition.wait_for(lambda: 7), condition.wait_for(lambda: [], timeout=0))
    print(condition.notify(), condition.notify(3), condition.notify_all(), condition.notify(0))
    print(condition.acquire(False))
    condition.release()
lock = threading.Lock()
condition = threading.Condition(lock)
with condition:
    print(lock.locked(), condition.wait(0.001), lock.locked())
    print(condition.acquire(blocking=False))
print(lock.locked())
first = threading.Condition(lock)
second = threading.Condition(lock)
with first:
    print(second.acquire(False))
    second.notify()
print(repr(condition).split("(")[0], repr(condition)[-3:])
