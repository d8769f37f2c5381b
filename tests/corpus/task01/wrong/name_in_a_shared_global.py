# verdict: failed by own_name
# why: All children keep their name in one global, which another may overwrite before the print.
import threading

name = ""


def work():
    global name
    name = threading.current_thread().name
    print("线程名:", name, "活跃线程数:", threading.active_count())


threads = [threading.Thread(target=work, name=f"worker-{k}") for k in "abcdefghij"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
