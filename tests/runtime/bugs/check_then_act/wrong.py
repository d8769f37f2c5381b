"""A withdrawal looks at the balance first and takes the money later."""
import threading


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = threading.Lock()

    def withdraw(self, amount):
        if self.balance >= amount:
            with self.lock:
                self.balance -= amount


account = Account()
threads = [threading.Thread(target=account.withdraw, args=(80,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right" if account.balance >= 0 else "BUG")
