# verdict: failed by thirty_seconds
# why: Another thread sets the event after ten seconds.
import threading

event = threading.Event()


def hello():
    print('Hello, World!')


threading.Timer(10, event.set).start()
event.wait(30)
hello()
