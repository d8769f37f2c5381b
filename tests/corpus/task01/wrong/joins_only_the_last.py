# verdict: failed by main_waits
# why: t.join() stands behind the loop, so only the thread started last is joined.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


for i in range(10):
    t = threading.Thread(target=work)
    t.start()
t.join()
print("主线程结束")
