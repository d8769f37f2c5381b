# verdict: failed by clean_end
# why: Main looks at the counter without the lock and then waits; the last notify may fall in between, and main waits for ever.
import threading
import time

left = 10
cond = threading.Condition()


def work():
    global left
    time.sleep(0.2)
    print(threading.current_thread().name, threading.active_count())
    with cond:
        left -= 1
        cond.notify()


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()

while left > 0:
    with cond:
        cond.wait()
for t in threads:
    t.join()
print("主线程结束")
