# verdict: failed by main_waits
# why: The latch is right, but main waits for it for five seconds only and ignores the answer.
import threading

lock = threading.Lock()
all_done = threading.Event()
count = 0


def work():
    global count
    print(threading.current_thread().name, threading.active_count())
    with lock:
        count += 1
        if count == 10:
            all_done.set()


for _ in range(10):
    threading.Thread(target=work).start()
all_done.wait(5)
print("主线程结束")
