# verdict: failed by ten_threads
# why: A Timer whose function does the child's work is an eleventh child.
import threading

local = threading.local()


def work():
    local.name = "Alex"
    print(local.name)


threads = [threading.Thread(target=work) for _ in range(10)]
threads.append(threading.Timer(0.5, work))
for t in threads:
    t.start()
for t in threads:
    t.join()
