"""Three philosophers, each takes the left fork first."""
import threading

forks = [threading.Lock() for _ in range(3)]


def dine(seat):
    with forks[seat], forks[(seat + 1) % 3]:
        pass


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right")
