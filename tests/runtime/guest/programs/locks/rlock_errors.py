"""An RLock counts, and belongs to its thread."""
import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(False))
lock.release()
lock.release()
print(repr(lock).split(" owner")[0], "count=1" in repr(lock))
lock.release()
print(repr(lock).split(" at ")[0])
try:
    lock.release()
except RuntimeError as problem:
    print("RuntimeError", problem)
lock.acquire()


def other():
    print(lock.acquire(False), lock.acquire(timeout=0.001))
    try:
        lock.release()
    except RuntimeError as problem:
        print("RuntimeError", problem)


thread = threading.Thread(target=other)
thread.start()
thread.join()
for keywords in [{"blocking": False, "timeout": 1}, {"timeout": -3}, {"timeout": 1e10}]:
    try:
        print(lock.acquire(**keywords))
    except Exception as problem:
        print(type(problem).__name__, problem)
print(type(lock).__name__, type(lock).__module__)
