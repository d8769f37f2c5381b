# verdict: failed by main_waits
# why: A generator expression in round brackets is never run, so nothing is joined.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
[t.start() for t in threads]
(t.join() for t in threads)
print("主线程结束")
