"""Each thread pops and takes an empty list as it comes."""
import threading

work = [1, 2]
taken = []


def take():
    try:
        taken.append(work.pop())
    except IndexError:
        pass


threads = [threading.Thread(target=take) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right" if sorted(taken) == [1, 2] else "BUG")
