"""Semaphores: bounds, bad values, time-outs."""
import threading

for kind in (threading.Semaphore, threading.BoundedSemaphore):
    semaphore = kind(2)
    print(semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(False))
    print(semaphore.acquire(timeout=0.001), semaphore.acquire(timeout=0), semaphore._value)
    print(repr(semaphore).split(" at ")[0], repr(semaphore).split(":")[1])
    semaphore.release(2)
    try:
        semaphore.release()
        print("released", semaphore._value)
    except ValueError as problem:
        print("ValueError", problem)
    for call in (
        lambda: kind(-1), lambda: semaphore.release(0), lambda: semaphore.acquire(False, 1),
        lambda: semaphore.release(n=-1), lambda: kind(value="x"),
    ):
        try:
            print(call())
        except Exception as problem:
            print(type(problem).__name__, problem)
    with semaphore as got:
        print(got)
    print(kind(value=0).acquire(False), kind()._value)
print(issubclass(threading.BoundedSemaphore, threading.Semaphore))
