"""Two locks taken in one order."""
import threading

a, b = threading.Lock(), threading.Lock()


def take(first, second):
    with first, second:
        pass


threads = [threading.Thread(target=take, args=pair) for pair in ((a, b), (a, b))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right")
