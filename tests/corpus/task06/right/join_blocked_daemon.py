# verdict: passed
# why: join(timeout=30) on a daemon thread that blocks for ever.
import threading


def hello():
    print('Hello, World!')


lock = threading.Lock()
lock.acquire()
d = threading.Thread(target=lock.acquire, daemon=True)
d.start()
d.join(30)
hello()
