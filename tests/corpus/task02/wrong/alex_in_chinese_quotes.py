# verdict: failed by private_name
# why: The quotation marks of the exercise were copied into the value.
import threading

local = threading.local()


def work():
    local.name = '“Alex”'
    print(local.name)


for _ in range(10):
    threading.Thread(target=work).start()
