# verdict: passed
# why: Each child prints three times, and reads name and count anew each time.
from threading import Thread, active_count, current_thread
from time import sleep


def rounds():
    for r in (1, 2, 3):
        print("round", r, current_thread().name, active_count())
        sleep(0.2)


ts = list(map(lambda _: Thread(target=rounds), range(10)))
for t in ts:
    t.start()
for t in reversed(ts):
    t.join()
print("end of all rounds")
