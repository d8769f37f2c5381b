# verdict: passed
# why: A second acquire of a held Lock times out.
import threading

lock = threading.Lock()


def hello():
    print('Hello, World!')


lock.acquire()
got = lock.acquire(timeout=30)
if not got:
    hello()
lock.release()
