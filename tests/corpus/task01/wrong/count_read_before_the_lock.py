# verdict: failed by active_count
# why: The count is read before the child waits for the print lock, so others may have ended in between.
import threading

print_lock = threading.Lock()


def work():
    count = threading.active_count()
    with print_lock:
        print("线程名", threading.current_thread().name, "活跃线程数量", count)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
