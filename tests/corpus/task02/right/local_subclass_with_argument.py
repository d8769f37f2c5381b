# verdict: passed
# why: The argument of the subclass's constructor is handed to __init__ again in every thread that touches the object.
import threading


class NamedLocal(threading.local):
    def __init__(self, /, **kw):
        super().__init__()
        self.__dict__.update(kw)


me = NamedLocal(name="Alex", age=18)


def work():
    assert me.name == "Alex"
    me.age += 1


threads = [threading.Thread(target=work) for _ in range(10)]
[t.start() for t in threads]
[t.join() for t in threads]
print("main still has age", me.age)
