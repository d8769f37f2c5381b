"""An exception in a thread is told on standard error; the status stays 0."""
import threading


def fail():
    {}["key"]


for name in ("first", "second"):
    thread = threading.Thread(target=fail, name=name)
    thread.start()
    thread.join()
print("end")
