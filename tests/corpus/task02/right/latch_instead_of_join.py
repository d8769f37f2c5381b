# verdict: passed
# why: A condition counts the ten down, instead of join.
import threading

local = threading.local()
remaining = 10
cond = threading.Condition()


def work():
    global remaining
    local.name = "Alex"
    print(local.name)
    with cond:
        remaining -= 1
        cond.notify_all()


for _ in range(10):
    threading.Thread(target=work).start()
with cond:
    cond.wait_for(lambda: remaining == 0)
print("main")
