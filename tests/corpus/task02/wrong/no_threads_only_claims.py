# verdict: failed by ten_threads
# why: It prints what ten threads would print, and has none.
# also: private_name, one_object
import threading

local = threading.local()
for i in range(10):
    local.name = "Alex"
    print(f"Thread-{i + 1} name = {local.name}")
