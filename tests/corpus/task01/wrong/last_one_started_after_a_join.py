# verdict: failed by together
# why: The tenth thread is started only after the first nine are joined.
import threading


def work(text):
    print(text, threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work, args=("普通线程",)) for _ in range(9)]
for t in threads:
    t.start()
for t in threads:
    t.join()
last = threading.Thread(target=work, args=("最后一个",))
last.start()
last.join()
