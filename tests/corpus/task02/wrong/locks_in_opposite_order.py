# verdict: failed by clean_end
# why: Half of the children take A then B, the others B then A: a deadlock in a rare order.
import threading

local = threading.local()
a, b = threading.Lock(), threading.Lock()
log = []


def forwards():
    local.name = "Alex"
    with a:
        with b:
            log.append("ab")


def backwards():
    local.name = "Alex"
    with b:
        with a:
            log.append("ba")


for i in range(10):
    threading.Thread(target=backwards if i % 2 else forwards).start()
