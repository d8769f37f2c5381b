"""A thread pool: submit, map, names of its threads, errors."""
import threading
from concurrent.futures import ThreadPoolExecutor


def square(number):
    if number < 0:
        raise ValueError("negative")
    return number * number


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="w") as pool:
    futures = [pool.submit(square, n) for n in range(5)]
    print([f.result() for f in futures], all(f.done() for f in futures))
    print(list(pool.map(square, [1, 2, 3])), list(pool.map(pow, [2, 3], [3, 2])))
    bad = pool.submit(square, -1)
    print(repr(bad.exception()), bad.cancelled())
    try:
        bad.result()
    except ValueError as problem:
        print("ValueError", problem)
    try:
        list(pool.map(square, [1, -1, 2]))
    except ValueError as problem:
        print("ValueError", problem)
    names = set(pool.map(lambda _: threading.current_thread().name[:3], range(4)))
    print(names <= {"w_0", "w_1", "w_2"})
try:
    pool.submit(square, 1)
except RuntimeError as problem:
    print("RuntimeError", problem)
for workers in (0, -1):
    try:
        ThreadPoolExecutor(workers)
    except ValueError as problem:
        print("ValueError", problem)
