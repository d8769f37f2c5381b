# verdict: failed by together
# why: Each thread is joined before the next is started, so there is never more than one.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


for i in range(10):
    t = threading.Thread(target=work)
    t.start()
    t.join()
print("主线程结束")
