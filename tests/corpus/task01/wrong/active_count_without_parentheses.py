# verdict: failed by active_count
# why: active_count is printed and not called, so the line shows a function instead of a number.
import threading


def work():
    print("线程：", threading.current_thread().name, "活跃数：", threading.active_count)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
