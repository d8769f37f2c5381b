# verdict: failed by active_count
# why: A default argument is evaluated once, when the function is defined, so the count is always 1.
import threading


def work(active=threading.active_count()):
    print(threading.current_thread().name, active)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
