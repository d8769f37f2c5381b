# verdict: failed by own_name
# why: The children only sleep; the main thread prints the ten names and counts.
# also: active_count
import threading
import time


def work():
    time.sleep(0.2)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    print(t.name, threading.active_count())
for t in threads:
    t.join()
print("主线程结束")
