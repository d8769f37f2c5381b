# verdict: passed
# why: The one local lives in a closure.
import threading


def make_worker():
    private = threading.local()

    def work():
        private.name = "Alex"
        print("hello from", private.name)

    return work


worker = make_worker()
for _ in range(10):
    threading.Thread(target=worker).start()
