"""A pool that nobody shuts down is joined at the interpreter's end."""
import atexit
from concurrent.futures import ThreadPoolExecutor

results = []
pool = ThreadPoolExecutor(2)
for number in range(4):
    pool.submit(lambda n=number: results.append(n))
atexit.register(lambda: print(sorted(results)))
