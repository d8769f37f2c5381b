# verdict: failed by private_name
# also: one_object
# why: A SimpleNamespace looks like a local and is shared by all.
import threading
import types

local = types.SimpleNamespace()


def work():
    local.name = "Alex"
    print(local.name)


for _ in range(10):
    threading.Thread(target=work).start()
