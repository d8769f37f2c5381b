"""The same steps, each thread's in one piece."""
import threading

step = 0
seen = []
lock = threading.Lock()


def one():
    global step
    with lock:
        if step == 0:
            step = 1
        if step == 2:
            step = 3


def two():
    global step
    with lock:
        if step == 1:
            step = 2
        if step == 3:
            seen.append(1)


threads = [threading.Thread(target=one), threading.Thread(target=two)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("BUG" if seen else "right")
