# verdict: passed
# why: wait(1) has a time-out, but it is called again until the event is really set.
import threading
import time

event = threading.Event()


def child():
    while not event.wait(1):
        pass
    print(time.ctime())


for i in range(10):
    threading.Thread(target=child).start()
time.sleep(10)
event.set()
