# verdict: failed by one_object
# why: Check then act: two threads may both find no local yet, and each makes one.
import threading

_store = None


def store():
    global _store
    if _store is None:
        _store = threading.local()
    return _store


def work():
    mine = store()
    mine.name = "Alex"
    print(mine.name)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
