"""atexit runs in reverse order, an error there is told, the status stays 0."""
import atexit

atexit.register(print, "first registered")


@atexit.register
def fail():
    raise ValueError("in atexit")


atexit.register(print, "last registered")
atexit.unregister(len)
print("end")
