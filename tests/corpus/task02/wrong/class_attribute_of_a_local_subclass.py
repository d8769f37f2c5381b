# verdict: failed by private_name
# why: name = "Alex" in the class body is a class attribute that all threads share.
import threading


class Private(threading.local):
    name = "Alex"


private = Private()


def work():
    private.seen = True
    print(private.name)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
