# verdict: failed by private_name
# why: str + int raises TypeError in every child, before the name is set, and except: pass hides it.
import threading

local = threading.local()


def work(i):
    local.number = i
    try:
        local.name = ("Alex" + i)[:4]
    except Exception:
        pass


threads = [threading.Thread(target=work, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("没有报错")
