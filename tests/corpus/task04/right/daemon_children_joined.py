# verdict: passed
# why: Daemon children are fine when main joins every one of them.
import threading
import time

event = threading.Event()


def child(n):
    event.wait()
    print(n, '=>', time.strftime('%Y-%m-%dT%H:%M:%S'))


threads = [threading.Thread(target=child, args=(n,), daemon=True) for n in range(10)]
for t in threads:
    t.start()
time.sleep(10)
event.set()
for t in threads:
    t.join()
