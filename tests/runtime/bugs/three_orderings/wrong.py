"""Goes wrong only when three steps of two threads fall in one order (depth three)."""
import threading

step = 0
seen = []


def one():
    global step
    if step == 0:
        step = 1
    if step == 2:
        step = 3


def two():
    global step
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
