# verdict: passed
# why: The main thread stores another value under the same name, which the children neither see nor disturb.
import threading

local = threading.local()
local.name = "主线程"


def work():
    print("子线程一开始有 name 吗？", hasattr(local, "name"))
    local.name = "Alex"


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程的 name 还是", local.name)
