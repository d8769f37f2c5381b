# verdict: failed by private_name
# why: A slot of a subclass of local is shared by all threads.
import threading


class Private(threading.local):
    __slots__ = ("name",)


private = Private()


def work():
    private.name = "Alex"
    print(private.name)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
