# verdict: failed by main_waits
# why: The slow polling stops at two active threads, which is main and one child.
import threading
import time


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.3)


for _ in range(10):
    threading.Thread(target=work).start()
while threading.active_count() > 2:
    time.sleep(0.5)
print("主线程结束")
