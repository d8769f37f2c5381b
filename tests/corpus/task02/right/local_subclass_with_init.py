# verdict: passed
# why: A subclass of local whose __init__ sets the name at each thread's first access.
import threading


class Private(threading.local):
    def __init__(self):
        self.name = "Alex"


private = Private()


def work():
    print(threading.current_thread().name, private.name)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
