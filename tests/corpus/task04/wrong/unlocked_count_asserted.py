# verdict: failed by clean_end
# why: Two children can read the same count, and then main's assertion fails.
import threading
import time

event = threading.Event()
counts = {}


def task(i):
    event.wait()
    print(i, time.ctime())
    counts['done'] = counts.get('done', 0) + 1


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
time.sleep(10)
event.set()
for t in threads:
    t.join()
assert counts['done'] == 10
