# verdict: passed
# why: Daemon threads are fine when the main thread joins every one of them.
import threading
import time


def work():
    time.sleep(0.1)
    print(threading.current_thread().name, threading.active_count(), flush=True)


threads = []
for i in range(10):
    t = threading.Thread(target=work, daemon=True)
    t.start()
    threads.append(t)
for t in threads:
    t.join()
print("main ends")
