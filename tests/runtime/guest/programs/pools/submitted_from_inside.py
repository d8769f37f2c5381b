"""A task submits another one and waits for it with a second worker."""
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as pool:
    outer = pool.submit(lambda: pool.submit(lambda: 5).result() + 1)
    print(outer.result())
