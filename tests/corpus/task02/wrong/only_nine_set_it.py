# verdict: failed by private_name
# why: if i: skips the thread with number 0.
import threading

local = threading.local()


def work(i):
    local.number = i
    if i:
        local.name = "Alex"


threads = [threading.Thread(target=work, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
