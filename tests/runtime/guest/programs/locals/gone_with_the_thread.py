"""What a thread left in a local is freed after its end."""
import gc
import threading
import weakref


class Thing:
    pass


mine = threading.local()
seen = []


def work():
    mine.thing = Thing()
    seen.append(weakref.ref(mine.thing))


thread = threading.Thread(target=work)
thread.start()
thread.join()
del thread
gc.collect()
print(seen[0]() is None)
