"""Pools of processes."""
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, set_start_method


def square(x):
    return x * x


def fails(x):
    raise KeyError(x)


if __name__ == "__main__":
    set_start_method("fork")
    with Pool(2) as pool:
        print(pool.map(square, range(6)))
        print(pool.apply_async(square, (9,)).get(20))
        print(sorted(pool.imap_unordered(square, [1, 2, 3])))
        try:
            pool.apply(fails, (1,))
        except KeyError as problem:
            print("KeyError", problem)
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, range(5))))
        print(type(executor.submit(fails, 2).exception()).__name__)
