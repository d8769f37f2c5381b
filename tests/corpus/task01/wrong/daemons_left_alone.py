# verdict: failed by main_waits
# why: Daemon threads that nobody joins are cut off when main is done sleeping.
# also: clean_end
import threading
import time


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.3)
    print(threading.current_thread().name, "结束")


for i in range(10):
    threading.Thread(target=work, daemon=True).start()
time.sleep(3)
print("主线程结束")
