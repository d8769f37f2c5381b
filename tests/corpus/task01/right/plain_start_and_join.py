# verdict: passed
# why: The textbook answer: start ten, then join ten.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = []
for i in range(10):
    t = threading.Thread(target=work)
    threads.append(t)
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
