# verdict: failed by no_sleep
# why: time.sleep is the target of a thread that the student starts.
import threading
import time


def hello():
    print('Hello, World!')


t = threading.Thread(target=time.sleep, args=(30,))
t.start()
t.join()
hello()
