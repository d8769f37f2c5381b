"""A context variable set in one thread is not seen in another."""
import contextvars
import threading

number = contextvars.ContextVar("number", default=0)
number.set(1)
copied = contextvars.copy_context()


def work():
    before = number.get()
    number.set(5)
    print(before, number.get())


thread = threading.Thread(target=work)
thread.start()
thread.join()
thread = threading.Thread(target=copied.run, args=(work,))
thread.start()
thread.join()
print(number.get(), copied[number])
