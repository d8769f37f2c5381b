# verdict: failed by clean_end
# why: One thread dies of a ZeroDivisionError after it has set its name.
import threading

local = threading.local()


def work(n):
    local.name = "Alex"
    print(local.name, 10 / n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
