# verdict: failed by main_waits
# why: A minute is generous, but the time-out may still run out when a step takes long.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join(60)
print("主线程结束")
