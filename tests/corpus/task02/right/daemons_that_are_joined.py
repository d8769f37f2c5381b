# verdict: passed
# why: Daemon threads are fine when all are joined.
import threading
import time

local = threading.local()


def work():
    local.name = "Alex"
    time.sleep(0.1)
    print(local.name)


threads = [threading.Thread(target=work, daemon=True) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
