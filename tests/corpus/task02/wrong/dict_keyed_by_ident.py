# verdict: failed by private_name
# why: A global dict with a key per thread is a look-alike built by hand, open to every thread.
# also: one_object
import threading

data = {}


def work():
    me = threading.get_ident()
    data[me] = {"name": "Alex"}
    print(me, data[me]["name"])


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
