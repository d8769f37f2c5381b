"""The event is cleared by who waited for it."""
import threading

event = threading.Event()


def wait():
    event.wait()
    event.clear()


def pulse():
    event.set()


threads = [threading.Thread(target=wait), threading.Thread(target=pulse)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right")
