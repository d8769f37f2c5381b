"""Twelve transfers around a ring of accounts, each locks its own account first."""
import threading

locks = [threading.Lock() for _ in range(4)]
balances = [100] * 4


def transfer(source, target):
    with locks[source], locks[target]:
        balances[source] -= 1
        balances[target] += 1


threads = [threading.Thread(target=transfer, args=(i % 4, (i + 1) % 4)) for i in range(12)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right" if sum(balances) == 400 else "BUG")
