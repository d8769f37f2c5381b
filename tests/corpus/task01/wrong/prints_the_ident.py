# verdict: failed by own_name
# why: It prints the thread's identifier, which is a number and not its name.
import threading


def work():
    print("当前线程：", threading.get_ident(), "活跃线程数：", threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
