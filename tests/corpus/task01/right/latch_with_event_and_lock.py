# verdict: passed
# why: The last of the ten sets an event, and the counter is guarded by a lock.
from threading import Event, Lock, Thread, active_count, current_thread

guard = Lock()
finished = 0
all_done = Event()


def work():
    global finished
    print(current_thread().name, active_count())
    with guard:
        finished += 1
        if finished == 10:
            all_done.set()


for i in range(10):
    Thread(target=work).start()
all_done.wait()
print("finished:", finished)
