# verdict: failed by private_name
# why: The trailing comma makes a tuple of the value.
import threading

local = threading.local()


def work():
    local.name = "Alex",
    print("hello", local.name)


for _ in range(10):
    threading.Thread(target=work).start()
