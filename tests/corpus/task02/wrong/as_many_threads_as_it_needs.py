# verdict: failed by ten_threads
# why: It starts threads until ten have reported (at most thirty), so it starts more than ten when they report late.
import threading

local = threading.local()
reported = []


def work():
    local.name = "Alex"
    reported.append(local.name)


for _ in range(30):
    if len(reported) >= 10:
        break
    threading.Thread(target=work).start()
