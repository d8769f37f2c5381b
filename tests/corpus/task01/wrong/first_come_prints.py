# verdict: failed by own_name
# why: A child that finds the lock taken goes away without printing, which plain running hardly ever shows.
# also: active_count
import threading

lock = threading.Lock()


def work():
    if lock.acquire(blocking=False):
        print(threading.current_thread().name, threading.active_count())
        lock.release()


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
