"""Five philosophers, each takes the left fork first."""
import threading

forks = [threading.Lock() for _ in range(5)]


def dine(seat):
    with forks[seat], forks[(seat + 1) % 5]:
        pass


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right")
