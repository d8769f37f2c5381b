# verdict: passed
# why: Looking at the clock twice a second is waiting, not polling.
import threading
import time

pause = threading.Event()


def hello():
    print('Hello, World!')


end = time.monotonic() + 30
while time.monotonic() < end:
    pause.wait(0.5)
hello()
