# verdict: failed by clean_end
# why: A lost wake-up: when all ten have notified before main waits, main waits for ever.
import threading
import time

local = threading.local()
cond = threading.Condition()
done = 0


def work():
    global done
    local.name = "Alex"
    time.sleep(0.5)
    with cond:
        done += 1
        if done == 10:
            cond.notify()


for _ in range(10):
    threading.Thread(target=work).start()
with cond:
    cond.wait()
print("主线程结束")
