# verdict: failed by ten_threads
# why: range(1, 10) makes nine threads.
# also: together
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = []
for i in range(1, 10):
    t = threading.Thread(target=work)
    t.start()
    threads.append(t)
for t in threads:
    t.join()
print("主线程结束")
