# verdict: failed by private_name
# why: A global flag says that the name is set already, so only the first thread sets its own.
import threading

local = threading.local()
lock = threading.Lock()
already_set = False


def work():
    global already_set
    local.visited = True
    with lock:
        if not already_set:
            local.name = "Alex"
            already_set = True


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
