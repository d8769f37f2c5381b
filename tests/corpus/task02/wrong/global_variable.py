# verdict: failed by private_name
# why: All ten share one global variable.
# also: one_object
import threading

name = None


def work():
    global name
    name = "Alex"
    print(name)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
