# verdict: failed by private_name
# why: Each thread sets an attribute of another name: name0, name1, ...
import threading

local = threading.local()


def work(i):
    setattr(local, f"name{i}", "Alex")
    print(vars(local))


threads = [threading.Thread(target=work, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
