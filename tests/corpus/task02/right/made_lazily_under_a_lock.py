# verdict: passed
# why: The first thread makes the one local, and a lock sees to it that no other makes a second.
import threading

_store = None
_lock = threading.Lock()


def store():
    global _store
    with _lock:
        if _store is None:
            _store = threading.local()
        return _store


def work():
    store().name = "Alex"
    print(store().name)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
