# verdict: failed by clean_end
# why: Main waits for one event ten times and clears it each time; two sets that come together count as one, and main waits for ever.
import threading
import time

one_done = threading.Event()


def work(n):
    time.sleep(n / 5)
    print(threading.current_thread().name, threading.active_count())
    one_done.set()


threads = [threading.Thread(target=work, args=(n,)) for n in range(1, 11)]
for t in threads:
    t.start()
for k in range(10):
    one_done.wait()
    one_done.clear()
    print("完成了", k + 1, "个")
for t in threads:
    t.join()
print("主线程结束")
