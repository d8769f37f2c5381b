# verdict: failed by main_waits
# why: join(timeout=0.5) returns when the time has run out, whether or not the thread is done.
import threading
import time


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.2)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join(timeout=0.5)
print("主线程结束")
