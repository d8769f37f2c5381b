# verdict: failed by clean_end
# why: A child that finds the guest book full returns without releasing the lock, and the next one waits for ever.
import threading

lock = threading.Lock()
book = []


def work():
    print(threading.current_thread().name, threading.active_count())
    lock.acquire()
    if len(book) == 8:
        return
    book.append(threading.current_thread().name)
    lock.release()


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
