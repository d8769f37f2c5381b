# verdict: failed by clean_end
# why: A child loops over a dict to which the others add meanwhile: RuntimeError in a rare order.
import threading

seen = {}


def work():
    me = threading.current_thread().name
    print(me, threading.active_count())
    seen[me] = True
    for other in seen:
        if other == me:
            continue
        seen[other] = True


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
