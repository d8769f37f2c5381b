"""An Event: flag, waits, old spellings, representation."""
import threading

event = threading.Event()
print(event.is_set(), event.wait(0), event.wait(0.001), event.wait(timeout=-1))
print(event.set(), event.is_set(), event.wait(), event.wait(0), event.clear(), event.is_set())
print(repr(event).split(" at ")[0], repr(event).split(": ")[-1])
event.set()
print(repr(event).split(": ")[-1])
try:
    event.clear()
    event.wait("x")
except TypeError:
    print("TypeError")
