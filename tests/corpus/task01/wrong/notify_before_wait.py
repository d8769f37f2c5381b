# verdict: failed by clean_end
# why: A lost wake-up: if main is so slow that the last child notifies before main waits, main waits for ever.
import threading
import time

left = 10
cond = threading.Condition()


def work():
    global left
    time.sleep(0.5)
    print(threading.current_thread().name, threading.active_count())
    with cond:
        left -= 1
        if left == 0:
            cond.notify()


for _ in range(10):
    threading.Thread(target=work).start()
with cond:
    cond.wait()
print("主线程结束")
