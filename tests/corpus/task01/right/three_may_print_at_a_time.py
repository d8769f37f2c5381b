# verdict: passed
# why: A semaphore lets three at a time through, inside the children: all ten are alive meanwhile.
import threading
import time

sem = threading.BoundedSemaphore(3)


def work():
    with sem:
        print(threading.current_thread().name, "进入，活跃线程:", threading.active_count())
        time.sleep(0.2)


ts = [threading.Thread(target=work) for _ in range(10)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print("主线程结束")
