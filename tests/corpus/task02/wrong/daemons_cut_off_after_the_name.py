# verdict: failed by clean_end
# why: Main waits only until all ten have set their name; the daemon threads have lines to run after that.
import threading
import time

local = threading.local()
all_set = threading.Barrier(11)


def work():
    local.name = "Alex"
    all_set.wait()
    time.sleep(1)
    print(local.name, "说再见")


for _ in range(10):
    threading.Thread(target=work, daemon=True).start()
all_set.wait()
print("主线程不等了")
