# verdict: passed
# why: The children block in get() until main shuts the queue down.
# python: >=3.13
import queue
import threading
import time

gate = queue.Queue()


def child():
    try:
        gate.get()
    except queue.ShutDown:
        print(threading.current_thread().name, time.ctime())


threads = [threading.Thread(target=child) for _ in range(10)]
for t in threads:
    t.start()
time.sleep(10)
gate.shutdown()
for t in threads:
    t.join()
