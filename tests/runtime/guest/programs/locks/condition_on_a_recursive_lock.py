"""A wait gives up an RLock that was taken three times, and takes it three times again."""
import threading

condition = threading.Condition(threading.RLock())
ready = threading.Event()


def wake():
    ready.wait()
    with condition:
        condition.notify()
        print("woken")


thread = threading.Thread(target=wake)
thread.start()
condition.acquire()
condition.acquire()
condition.acquire()
ready.set()
print(condition.wait())
print("back")
condition.release()
condition.release()
condition.release()
try:
    condition.release()
except RuntimeError as problem:
    print(problem)
thread.join()
