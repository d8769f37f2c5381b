# verdict: passed
# why: All ten change a second attribute, meet at a barrier and see that nobody touched theirs.
import threading

local = threading.local()
meet = threading.Barrier(10)


def work(n):
    local.name = "Alex"
    local.number = n
    meet.wait()
    assert local.number == n and local.name == "Alex"
    print(threading.current_thread().name, local.name, local.number)


threads = [threading.Thread(target=work, args=(n,)) for n in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
