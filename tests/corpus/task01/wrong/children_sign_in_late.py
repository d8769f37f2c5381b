# verdict: failed by main_waits
# why: Each child adds itself to the set of pending ones only when it begins, so the set may be empty while others have not begun.
import threading
import time

pending = set()
cond = threading.Condition()


def work():
    me = threading.current_thread()
    with cond:
        pending.add(me)
    print(me.name, threading.active_count())
    time.sleep(0.2)
    with cond:
        pending.discard(me)
        cond.notify_all()


for _ in range(10):
    threading.Thread(target=work).start()
time.sleep(0.1)
with cond:
    while pending:
        cond.wait()
print("主线程结束")
