# verdict: failed by active_count
# why: 11 is printed without asking anyone, and is not true once the first child has ended.
import threading


def work():
    print(threading.current_thread().name, "active:", 11)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
