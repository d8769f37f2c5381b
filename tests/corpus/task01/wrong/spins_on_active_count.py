# verdict: failed by no_spin
# why: while active_count() > 1: pass burns the processor instead of waiting.
import threading
import time


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.2)


for i in range(10):
    threading.Thread(target=work).start()
while threading.active_count() > 1:
    pass
print("主线程结束")
