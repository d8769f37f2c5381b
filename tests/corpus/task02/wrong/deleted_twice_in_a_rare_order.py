# verdict: failed by clean_end
# why: Check then act on a shared dict: two children may both find the key, and the second del raises KeyError.
import threading

local = threading.local()
shared = {"钥匙": 1}


def work():
    local.name = "Alex"
    if "钥匙" in shared:
        del shared["钥匙"]


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
