# verdict: failed by private_name
# why: b"Alex" is bytes and not equal to "Alex".
import threading

local = threading.local()


def work():
    local.name = "Alex".encode("utf-8")


for _ in range(10):
    threading.Thread(target=work).start()
