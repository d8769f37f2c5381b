# verdict: failed by private_name
# why: Python tells Name from name.
import threading

local = threading.local()


def work():
    local.Name = "Alex"


for _ in range(10):
    threading.Thread(target=work).start()
