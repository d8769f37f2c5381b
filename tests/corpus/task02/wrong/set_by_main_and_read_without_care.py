# verdict: failed by private_name
# why: Main sets the value, and the children die of an AttributeError.
# also: clean_end
import threading

local = threading.local()


def work():
    print("name 是", local.name)


threads = []
for i in range(10):
    local.name = "Alex"
    t = threading.Thread(target=work)
    t.start()
    threads.append(t)
for t in threads:
    t.join()
