# verdict: failed by active_count
# why: The count is read, then the child sleeps, and by the time of the print it is no longer true.
import threading
import time


def work(n):
    count = threading.active_count()
    time.sleep(n / 10)
    print(threading.current_thread().name, count)


threads = [threading.Thread(target=work, args=(n,)) for n in range(1, 11)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
