# verdict: failed by private_name
# why: The subclass's __init__ runs at a thread's first access, and the children never access the object.
# also: one_object
import threading


class Private(threading.local):
    def __init__(self):
        self.name = "Alex"


private = Private()


def work():
    print(threading.current_thread().name, "什么也没做")


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(private.name)
