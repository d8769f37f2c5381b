# verdict: failed by clean_end
# why: The children are right; then main reads local.name, has none, and dies of an AttributeError.
import threading

local = threading.local()


def work():
    local.name = "Alex"


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程看到的 name:", local.name)
