# verdict: failed by ten_threads
# why: target=work() calls the function in the main thread, and the ten threads have nothing to run.
# also: together, own_name, active_count
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = []
for i in range(10):
    t = threading.Thread(target=work())
    t.start()
    threads.append(t)
for t in threads:
    t.join()
print("主线程结束")
