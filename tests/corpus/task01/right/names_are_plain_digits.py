# verdict: passed
# why: The threads are called "0" to "9", so a line is two numbers: the name and the count.
from threading import Thread, current_thread, active_count


def f():
    print(current_thread().name, active_count())


ts = [Thread(target=f, name=str(i)) for i in range(10)]
for t in ts:
    t.start()
for t in ts:
    t.join()
