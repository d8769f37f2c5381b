# verdict: failed by ten_threads
# why: The student starts ten threads in each of two loops.
import threading

local = threading.local()


def work():
    local.name = "Alex"


for i in range(10):
    threading.Thread(target=work).start()
for i in range(10):
    t = threading.Thread(target=work)
    t.start()
    t.join()
