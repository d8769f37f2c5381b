# verdict: passed
# why: No join: each child counts a latch down under a condition as its last act, and main waits in a while loop.
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
    while left > 0:
        cond.wait()
print("主线程：倒数到零")
