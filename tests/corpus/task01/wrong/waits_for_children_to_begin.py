# verdict: failed by main_waits
# why: Main waits until all ten have begun, not until they have ended.
import threading

begun = threading.Semaphore(0)


def work():
    begun.release()
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    begun.acquire()
print("主线程结束")
