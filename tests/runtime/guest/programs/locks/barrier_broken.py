"""A Barrier breaks by time-out, abort, a failing action; reset mends it."""
import threading

barrier = threading.Barrier(2)
try:
    barrier.wait(0.001)
except threading.BrokenBarrierError as problem:
    print("broken", repr(str(problem)), barrier.broken)
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("still broken")
barrier.reset()
print(barrier.broken)


def wait(name):
    try:
        barrier.wait()
        print(name, "passed")
    except threading.BrokenBarrierError:
        print(name, "broken")


thread = threading.Thread(target=wait, args=("one",))
thread.start()
while not barrier.n_waiting:
    pass
barrier.abort()
thread.join()
print(barrier.broken)


def fail():
    raise RuntimeError("action")


barrier = threading.Barrier(1, fail)
try:
    barrier.wait()
except RuntimeError as problem:
    print(problem, barrier.broken)
print(issubclass(threading.BrokenBarrierError, RuntimeError))
