# verdict: failed by private_name
# why: A ContextVar is another thing than threading.local.
# also: one_object
import contextvars
import threading

name = contextvars.ContextVar("name")


def work():
    name.set("Alex")
    print(name.get())


for _ in range(10):
    threading.Thread(target=work).start()
