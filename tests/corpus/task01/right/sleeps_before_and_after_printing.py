# verdict: passed
# why: It waits before it reads and after it has printed, never in between.
import random
import threading
import time


def work():
    time.sleep(random.random() / 5)
    name, count = threading.current_thread().name, threading.active_count()
    print(f"{name}: {count} threads are active")
    time.sleep(random.random() / 5)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
random.shuffle(threads)
for t in threads:
    t.join()
print("everyone is home")
