# verdict: failed by active_count
# why: It prints the number of processors instead of the number of active threads.
import os
import threading


def work():
    print("线程:", threading.current_thread().name, "数量:", os.cpu_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
