"""What a Lock raises, and what it returns."""
import threading

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False))
print(lock.acquire(timeout=0.001), lock.acquire(True, 0.001))
for arguments, keywords in [
    ((False, 1), {}), ((), {"timeout": -2}), ((True, -0.5), {}), ((), {"timeout": 1e10}),
    ((), {"timeout": "x"}), ((), {"timeout": None}), ((1, 2, 3), {}), ((), {"wait": 1}),
]:
    try:
        print(lock.acquire(*arguments, **keywords))
    except (ValueError, OverflowError) as problem:
        print(type(problem).__name__, problem)
    except TypeError:
        print("TypeError")
lock.release()
try:
    lock.release()
except RuntimeError as problem:
    print("RuntimeError", problem)
with lock as got:
    print(got, lock.locked())
print(lock.locked(), type(lock).__name__, type(lock).__module__)
print(repr(lock).split(" object")[0])
lock.acquire()
print(repr(lock).split(" object")[0])
