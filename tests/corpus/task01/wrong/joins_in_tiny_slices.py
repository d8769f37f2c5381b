# verdict: failed by no_spin
# why: join(0.01) in a loop is polling a hundred times a second.
import threading
import time


def work():
    time.sleep(0.3)
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    while t.is_alive():
        t.join(0.01)
print("主线程结束")
