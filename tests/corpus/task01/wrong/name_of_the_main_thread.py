# verdict: failed by own_name
# why: current_thread().name is evaluated by the main thread, so every child prints MainThread.
from threading import Thread, active_count, current_thread


def work(name):
    print("thread", name, "active", active_count())


threads = [Thread(target=work, args=(current_thread().name,)) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
