# verdict: failed by private_name
# why: Each child puts its value together in a shared global, which another may have emptied in between.
import threading

local = threading.local()
buffer = ""


def work():
    global buffer
    buffer = ""
    for letter in "Alex":
        buffer += letter
    local.name = buffer


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
