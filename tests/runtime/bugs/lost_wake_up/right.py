"""The flag is looked at under the lock."""
import threading

condition = threading.Condition()
ready = False


def wait():
    with condition:
        while not ready:
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
