# verdict: failed by main_waits
# why: It looks fifty times, every 0.2 s, and then goes on whether or not the children are done.
import threading
import time


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.5)


for _ in range(10):
    threading.Thread(target=work).start()
for _ in range(50):
    if threading.active_count() == 1:
        break
    time.sleep(0.2)
print("主线程结束")
