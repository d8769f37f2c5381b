# verdict: failed by own_name
# why: __init__ runs in the main thread, so current_thread() there is MainThread.
import threading


class Worker(threading.Thread):
    def __init__(self):
        super().__init__()
        self.label = threading.current_thread().name

    def run(self):
        print("我的名字是", self.label, "活跃线程", threading.active_count())


threads = [Worker() for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
