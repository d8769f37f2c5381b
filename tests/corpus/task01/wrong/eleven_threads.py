# verdict: failed by ten_threads
# why: range(11) makes eleven threads.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work, name="线程%d" % i) for i in range(11)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
