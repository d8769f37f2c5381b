# verdict: failed by clean_end
# why: d["left"] = d["left"] - 1 without a lock loses a count in a rare order, and main waits for ever.
import threading

d = {"left": 10}
cond = threading.Condition()


def work():
    print(threading.current_thread().name, threading.active_count())
    d["left"] = d["left"] - 1
    with cond:
        cond.notify_all()


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
with cond:
    cond.wait_for(lambda: d["left"] == 0)
for t in threads:
    t.join()
print("主线程结束")
