# verdict: failed by ten_threads
# why: range(1, 10) makes nine threads.
import threading

local = threading.local()


def work():
    local.name = "Alex"


threads = [threading.Thread(target=work) for _ in range(1, 10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
