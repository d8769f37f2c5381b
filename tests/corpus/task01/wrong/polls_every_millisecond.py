# verdict: failed by no_spin
# why: It polls is_alive() every millisecond, which is far more often than every 0.1 s.
import threading
import time


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.2)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
while any(t.is_alive() for t in threads):
    time.sleep(0.001)
print("主线程结束")
