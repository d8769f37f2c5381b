# verdict: passed
# why: join(timeout=30) on a thread that waits for an event, which main sets afterwards.
import threading

stop = threading.Event()


def hello():
    print('Hello, World!')


t = threading.Thread(target=stop.wait)
t.start()
t.join(timeout=30)
hello()
stop.set()
t.join()
