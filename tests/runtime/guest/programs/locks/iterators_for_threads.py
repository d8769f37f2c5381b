"""Iterators that several threads share (3.15): every item once, whoever takes it."""
# python: >=3.15
import itertools
import threading


def numbers():
    for number in range(40):
        yield number


@threading.synchronized_iterator
def words():
    word = yield "first"
    yield f"sent {word}"


def take(source, found):
    for item in source:
        found.append(item)


shared = threading.serialize_iterator(numbers())
found = []
threads = [threading.Thread(target=take, args=(shared, found)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(found) == list(range(40)))

lists = [[], []]
branches = threading.concurrent_tee(numbers(), 2)
threads = [threading.Thread(target=take, args=pair) for pair in zip(branches, lists)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(lists[0] == lists[1] == list(range(40)))
made = words()
print(next(made), made.send("x"), next(made, None))
made.close()
counter = threading.serialize_iterator(itertools.count())
print(next(counter), next(counter), iter(counter) is counter)
for wrong in (lambda: threading.concurrent_tee([1], -1), lambda: counter.send(1), lambda: threading.RLock(1)):
    try:
        wrong()
    except Exception as problem:
        print(type(problem).__name__)
