# verdict: passed
# why: Typed, with a class for the end mark, and a decorator that primes the generator.
from __future__ import annotations

from collections.abc import Generator
from functools import wraps


def primed(function):
    @wraps(function)
    def start(*args, **kwargs):
        made = function(*args, **kwargs)
        next(made)
        return made

    return start


class Done:
    pass


@primed
def consumer() -> Generator[None, int | type[Done], None]:
    while True:
        item = yield
        if item is Done:
            print("consumer has finished")
            yield
            return
        print(f"consume {item}")


def producer(target: Generator[None, int | type[Done], None]) -> None:
    for item in range(10, 15):
        print(f"produce {item}")
        target.send(item)
    target.send(Done)


if __name__ == "__main__":
    producer(consumer())
