# verdict: failed by main_waits
# why: The main thread takes the children's lock once, which waits for at most those that came before it.
import threading
import time

lock = threading.Lock()


def work():
    with lock:
        print(threading.current_thread().name, threading.active_count())


for _ in range(10):
    threading.Thread(target=work).start()
time.sleep(0.5)
with lock:
    print("主线程结束")
