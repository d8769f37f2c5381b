# verdict: passed
# why: An ExitStack calls the ten joins when its with block ends.
import contextlib
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


with contextlib.ExitStack() as stack:
    for _ in range(10):
        t = threading.Thread(target=work)
        t.start()
        stack.callback(t.join)
print("the stack is unwound, all ten are joined")
