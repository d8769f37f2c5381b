# verdict: failed by one_object
# why: functools.cache may call the function more than once when two threads ask before the first answer is stored.
import functools
import threading


@functools.cache
def private():
    made = threading.local()
    made.owner = threading.current_thread().name
    return made


def work():
    mine = private()
    mine.name = "Alex"


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
