# verdict: failed by clean_end
# why: The program ends with sys.exit(1).
import sys
import threading

local = threading.local()


def work():
    local.name = "Alex"


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
sys.exit(1)
