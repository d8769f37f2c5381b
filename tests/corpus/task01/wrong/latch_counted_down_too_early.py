# verdict: failed by main_waits
# why: The latch is counted down before the child's last lines, so main may go on while they are still to come.
import threading
import time

left = 10
cond = threading.Condition()


def work():
    global left
    print(threading.current_thread().name, threading.active_count())
    with cond:
        left -= 1
        cond.notify_all()
    time.sleep(0.1)
    print(threading.current_thread().name, "真的结束了")


for _ in range(10):
    threading.Thread(target=work).start()
with cond:
    cond.wait_for(lambda: left == 0)
print("主线程结束")
