# verdict: failed by private_name
# why: A child that finds the lock taken goes on without setting its name, which plain running hardly ever shows.
import threading

local = threading.local()
lock = threading.Lock()


def work():
    local.begun = True
    if lock.acquire(blocking=False):
        local.name = "Alex"
        lock.release()


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
