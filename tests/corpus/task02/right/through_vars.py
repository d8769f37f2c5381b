# verdict: passed
# why: vars() of a local is the thread's own dictionary of attributes, and updating it sets the attribute.
import threading

data = threading.local()


def work():
    vars(data).update(name="Alex")
    print(data.name)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
