# verdict: failed by private_name
# why: A child waits for main's signal for one second only and then takes what is there, which is nothing when main is slow.
import threading

local = threading.local()
ready = threading.Event()
value = None


def work():
    ready.wait(1)
    local.name = value


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
value = "Alex"
ready.set()
for t in threads:
    t.join()
