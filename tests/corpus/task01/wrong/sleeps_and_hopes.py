# verdict: failed by main_waits
# why: The main thread sleeps two seconds instead of waiting; a child that is slower is not waited for.
import threading
import time


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.5)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
time.sleep(2)
print("主线程：子线程应该都结束了吧")
