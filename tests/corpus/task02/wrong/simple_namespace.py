# verdict: failed by private_name
# why: A SimpleNamespace looks like a local and is shared by all.
# also: one_object
import threading
import types

local = types.SimpleNamespace()


def work():
    local.name = "Alex"
    print(local.name)


for _ in range(10):
    threading.Thread(target=work).start()
