# verdict: failed by clean_end
# why: Daemon threads that nobody waits for may be cut off before their last line, and even before the first.
# also: private_name
import threading

local = threading.local()


def work():
    local.name = "Alex"
    print(local.name)


for _ in range(10):
    threading.Thread(target=work, daemon=True).start()
print("主线程结束")
