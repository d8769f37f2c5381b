# verdict: failed by private_name
# why: "alex" is not "Alex".
import threading

local = threading.local()


def work():
    local.name = "alex"
    print(local.name)


for _ in range(10):
    threading.Thread(target=work).start()
