# verdict: failed by clean_end
# why: os._exit in the main process is wrong for every task, even with code 0.
import os
import threading

local = threading.local()


def work():
    local.name = "Alex"


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
os._exit(0)
