# verdict: failed by clean_end
# why: The counter is changed without a lock; when it loses a count, main waits for ever.
import threading

local = threading.local()
count = 0
finished = threading.Event()


def work():
    global count
    local.name = "Alex"
    count += 1
    if count == 10:
        finished.set()


for _ in range(10):
    threading.Thread(target=work).start()
finished.wait()
print("count =", count)
