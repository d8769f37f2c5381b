# verdict: passed
# why: The raw struct_time of localtime() is a current time too.
import threading
import time

e = threading.Event()


def task():
    e.wait()
    print(time.localtime())


for i in range(10):
    t = threading.Thread(target=task)
    t.start()
else:
    time.sleep(10)
    e.set()
