# verdict: passed
# why: Looking every half second whether the others are gone is slow polling, which is allowed, and lets nobody go early.
import threading
import time


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.7)


for i in range(10):
    threading.Thread(target=work).start()

while threading.active_count() > 1:
    time.sleep(0.5)
print("只剩主线程了")
