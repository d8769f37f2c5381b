# verdict: passed
# why: The join has a time-out, but it is repeated until the thread is no longer alive.
import threading
import time


def work():
    time.sleep(1.2)
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    while t.is_alive():
        t.join(timeout=0.5)
print("joined at last")
