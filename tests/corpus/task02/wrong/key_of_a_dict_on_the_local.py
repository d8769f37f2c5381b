# verdict: failed by private_name
# why: The local has an attribute data, whose value is a dict with the key "name"; it has no attribute name.
import threading

local = threading.local()


def work():
    local.data = {}
    local.data["name"] = "Alex"
    print(local.data["name"])


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
