# verdict: failed by main_waits
# why: if instead of while: the first child that notifies lets the main thread go.
import threading

left = 10
cond = threading.Condition()


def work():
    global left
    print(threading.current_thread().name, threading.active_count())
    with cond:
        left -= 1
        cond.notify()


for _ in range(10):
    threading.Thread(target=work).start()

with cond:
    if left > 0:
        cond.wait()
print("main goes on, left =", left)
