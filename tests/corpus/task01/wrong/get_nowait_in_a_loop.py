# verdict: failed by no_spin
# why: get_nowait() is tried again and again until the ten tokens are there.
import queue
import threading
import time

q = queue.Queue()


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.2)
    q.put(None)


for _ in range(10):
    threading.Thread(target=work).start()
got = 0
while got < 10:
    try:
        q.get_nowait()
        got += 1
    except queue.Empty:
        continue
print("主线程结束")
