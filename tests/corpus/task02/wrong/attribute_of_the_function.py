# verdict: failed by private_name
# why: An attribute of the function is shared by all threads that run it.
# also: one_object
import threading


def work():
    work.name = "Alex"
    print(work.name)


for _ in range(10):
    threading.Thread(target=work).start()
