"""Three philosophers, each takes the lower fork first."""
import threading

forks = [threading.Lock() for _ in range(3)]


def dine(seat):
    first, second = sorted((seat, (seat + 1) % 3))
    with forks[first], forks[second]:
        pass


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right")
