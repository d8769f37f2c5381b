# verdict: failed by one_object
# why: Each thread makes a threading.local of its own, instead of all sharing one.
import threading


def work():
    local = threading.local()
    local.name = "Alex"
    print(local.name)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
