# verdict: passed
# why: The textbook answer: one threading.local, and each of ten threads sets name on it.
import threading

local = threading.local()


def work():
    local.name = "Alex"


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
