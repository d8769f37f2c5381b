# verdict: failed by private_name
# why: The attribute is called user_name and not name.
import threading

local = threading.local()


def work():
    local.user_name = "Alex"
    print(local.user_name)


for _ in range(10):
    threading.Thread(target=work).start()
