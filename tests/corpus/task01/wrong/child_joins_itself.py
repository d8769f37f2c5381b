# verdict: failed by clean_end
# why: A child that joins every thread in the list joins itself too, which raises RuntimeError.
import threading

threads = []


def work(i):
    print(threading.current_thread().name, threading.active_count())
    if i == 9:
        for t in threads:
            t.join()


for i in range(10):
    threads.append(threading.Thread(target=work, args=(i,)))
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
