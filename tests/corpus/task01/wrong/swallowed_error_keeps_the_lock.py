# verdict: failed by clean_end
# why: Check then act: a child that comes too late for the last present raises with the lock held, swallows the error, and the next in line waits for ever.
import threading

presents = ["红包", "红包", "红包"]
lock = threading.Lock()


def work():
    print(threading.current_thread().name, threading.active_count())
    if not presents:
        return
    try:
        lock.acquire()
        presents.pop()
        lock.release()
    except Exception:
        pass


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
