# verdict: failed by private_name
# why: Main sets the value, and the children find nothing there.
import threading

local = threading.local()
local.name = "Alex"


def work():
    print(threading.current_thread().name, getattr(local, "name", "没有这个变量"))


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
