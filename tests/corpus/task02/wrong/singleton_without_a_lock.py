# verdict: failed by one_object
# why: A singleton whose __new__ checks and then creates, without a lock, makes two objects in a rare order.
import threading


class Context:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            instance = super().__new__(cls)
            instance.local = threading.local()
            cls._instance = instance
        return cls._instance


def work():
    context = Context()
    context.local.name = "Alex"


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
