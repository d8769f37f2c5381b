"""Ordinary library use next to threads: dataclass, enum, functools, collections, decimal."""
import collections
import dataclasses
import decimal
import enum
import functools
import threading


class Colour(enum.Enum):
    RED = enum.auto()


@dataclasses.dataclass
class Account:
    owner: str
    balance: decimal.Decimal = decimal.Decimal(0)
    lock: threading.Lock = dataclasses.field(default_factory=threading.Lock, repr=False)

    def deposit(self, amount):
        with self.lock:
            self.balance += amount


@functools.lru_cache(maxsize=None)
def slow(number):
    return number + 1


account = Account("a")
threads = [threading.Thread(target=account.deposit, args=(decimal.Decimal(n),)) for n in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(account, Colour.RED, slow(1), slow.cache_info().misses)
print(collections.Counter("aab").most_common(1), functools.reduce(lambda a, b: a + b, [1, 2]))
