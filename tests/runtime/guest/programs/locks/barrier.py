"""A Barrier: parties, numbers of places, its action, a second round."""
import threading

calls = []
barrier = threading.Barrier(3, action=lambda: calls.append("action"))
places = []


def pass_twice():
    places.append(barrier.wait())
    places.append(barrier.wait())


threads = [threading.Thread(target=pass_twice) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(places), calls, barrier.parties, barrier.n_waiting, barrier.broken)
for parties in (0, -1):
    try:
        print(threading.Barrier(parties).parties)
    except ValueError as problem:
        print("ValueError", problem)
print(threading.Barrier(1).wait())
