"""Five philosophers, and a place at the table for four."""
import threading

forks = [threading.Lock() for _ in range(5)]
places = threading.Semaphore(4)


def dine(seat):
    with places, forks[seat], forks[(seat + 1) % 5]:
        pass


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right")
