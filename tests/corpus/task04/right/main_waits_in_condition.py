# verdict: passed
# why: Main waits ten seconds in the very Condition that the children use, then raises the flag.
import datetime
import threading

cond = threading.Condition()
opened = []


def child():
    with cond:
        cond.wait_for(lambda: opened)
    print(datetime.datetime.now().isoformat(), threading.current_thread().name)


with cond:
    for _ in range(10):
        threading.Thread(target=child).start()
    cond.wait_for(lambda: False, timeout=10)
    opened.append(True)
    cond.notify_all()
