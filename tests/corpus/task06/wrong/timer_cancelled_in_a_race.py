# verdict: failed by hello_prints
# also: thirty_seconds
# why: Main tidies up with cancel() after thirty seconds, which may come before the Timer rings.
import threading


def hello():
    print('Hello, World!')


t = threading.Timer(30, hello)
t.start()
threading.Event().wait(30)
t.cancel()
