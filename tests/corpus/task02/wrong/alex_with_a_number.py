# verdict: failed by private_name
# why: The values are Alex_0 to Alex_9 instead of Alex.
import threading

local = threading.local()


def work(i):
    local.name = "Alex_%d" % i
    print(local.name)


threads = [threading.Thread(target=work, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
