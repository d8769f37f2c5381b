"""The event is cleared by its setter: who comes late waits for ever."""
import threading

event = threading.Event()


def wait():
    event.wait()


def pulse():
    event.set()
    event.clear()


threads = [threading.Thread(target=wait), threading.Thread(target=pulse)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right")
