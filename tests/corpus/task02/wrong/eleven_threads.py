# verdict: failed by ten_threads
# why: The loop counts from 0 to 10, which makes eleven threads.
import threading

local = threading.local()


def work(i):
    local.name = "Alex"
    print(i, local.name)


i = 0
while i <= 10:
    threading.Thread(target=work, args=(i,)).start()
    i += 1
