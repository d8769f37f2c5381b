# verdict: passed
# why: setattr with the attribute's name as a string.
import threading

store = threading.local()
KEY, VALUE = "name", "Alex"


def work():
    setattr(store, KEY, VALUE)


threads = list(map(lambda _: threading.Thread(target=work), range(10)))
for t in threads:
    t.start()
for t in reversed(threads):
    t.join()
