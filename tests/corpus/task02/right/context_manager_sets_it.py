# verdict: passed
# why: A context manager sets the attribute on entry and removes it on exit, in each thread.
import contextlib
import threading

_current = threading.local()


@contextlib.contextmanager
def user(name):
    _current.name = name
    yield _current
    del _current.name


def work():
    with user("Alex") as u:
        print(u.name)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
