# verdict: failed by main_waits
# why: The list of threads to join is taken from enumerate() before the tenth thread is started.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


to_join = []
for i in range(10):
    to_join = [t for t in threading.enumerate() if t is not threading.main_thread()]
    threading.Thread(target=work).start()
for t in to_join:
    t.join()
print("主线程结束")
