# verdict: failed by private_name
# why: == compares, and a getattr with a default hides that nothing was ever set.
import threading


class Private(threading.local):
    def get(self):
        return getattr(self, "name", "Alex")


private = Private()


def work():
    private.ready = True
    private.get() == "Alex"
    print(private.get())


for _ in range(10):
    threading.Thread(target=work).start()
