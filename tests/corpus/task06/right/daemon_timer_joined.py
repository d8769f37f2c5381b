# verdict: passed
# why: A daemon Timer is fine, because main joins it without a time-out.
import threading


def hello():
    print('Hello, World!')


timer = threading.Timer(30, hello)
timer.daemon = True
timer.start()
timer.join()
