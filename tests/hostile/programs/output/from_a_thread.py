"""A thread prints 100 MB while the main thread waits."""
# task 5 · failed · prints without end
import threading


def flood():
    for _ in range(1000):
        print("y" * 100_000)


thread = threading.Thread(target=flood)
thread.start()
thread.join()
