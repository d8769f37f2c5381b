# verdict: failed by active_count
# why: The list of the threads made stays ten long, however many of them are still active.
import threading


def work():
    print(threading.current_thread().name, "共有线程", len(threads))


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
