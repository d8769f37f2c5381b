# verdict: failed by clean_end
# also: hello_prints, thirty_seconds
# why: Main holds the lock that the Timer's function needs, and joins it: a deadlock.
import threading

lock = threading.Lock()


def hello():
    print('Hello, World!')


def ring():
    with lock:
        hello()


t = threading.Timer(30, ring)
t.start()
with lock:
    t.join()
