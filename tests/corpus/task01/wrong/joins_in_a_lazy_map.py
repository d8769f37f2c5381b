# verdict: failed by main_waits
# why: map() is lazy and nobody consumes it, so nothing is joined.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
map(threading.Thread.join, threads)
print("主线程结束")
