"""The flag is looked at before the lock is taken: the notify can come in between."""
import threading

condition = threading.Condition()
ready = False


def wait():
    if not ready:
        with condition:
            condition.wait()


def wake():
    global ready
    with condition:
        ready = True
        condition.notify()


threads = [threading.Thread(target=wait), threading.Thread(target=wake)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right")
