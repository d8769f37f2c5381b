# verdict: failed by own_name
# why: The children print the number of active threads and no name at all.
import threading


def work():
    print("现在有", threading.active_count(), "个活跃线程")


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
