# verdict: failed by private_name
# why: A class that only imitates a local by thread id, as old web frameworks had it, is not a threading.local.
# also: one_object
import threading


class Local:
    def __init__(self):
        object.__setattr__(self, "_storage", {})

    def __setattr__(self, key, value):
        self._storage.setdefault(threading.get_ident(), {})[key] = value

    def __getattr__(self, key):
        try:
            return self._storage[threading.get_ident()][key]
        except KeyError:
            raise AttributeError(key) from None


local = Local()


def work():
    local.name = "Alex"
    print(local.name)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
