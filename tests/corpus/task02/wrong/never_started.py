# verdict: failed by ten_threads
# why: The ten threads are made and never started.
# also: private_name, one_object
import threading

local = threading.local()


def work():
    local.name = "Alex"


threads = []
for i in range(10):
    t = threading.Thread(target=work)
    threads.append(t)
print(len(threads), "个线程已创建")
