# verdict: failed by one_object
# why: Main makes a new local after five starts, so a late child finds another object than an early one.
import threading

local = threading.local()


def work():
    mine = local
    mine.name = "Alex"


for i in range(10):
    if i == 5:
        local = threading.local()
    threading.Thread(target=work).start()
