# verdict: failed by active_count
# why: The main thread reads the count before each start and passes it as an argument.
import threading


def work(count):
    print(threading.current_thread().name, count)


threads = []
for i in range(10):
    t = threading.Thread(target=work, args=(threading.active_count(),))
    threads.append(t)
    t.start()
for t in threads:
    t.join()
print("主线程结束")
