# verdict: passed
# why: _thread._local is the very class that threading.local names.
import threading
from _thread import _local as local

here = local()


def work():
    here.name = "Alex"


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
