"""multiprocessing.pool.ThreadPool and multiprocessing.dummy."""
from multiprocessing.dummy import Pool
from multiprocessing.pool import ThreadPool

with ThreadPool(3) as pool:
    print(pool.map(abs, [-1, -2, 3]), pool.apply(max, (1, 2)), pool.apply_async(len, ("ab",)).get())
    print(sorted(pool.imap_unordered(str, range(4))))
pool = Pool(2)
print(pool.starmap(pow, [(2, 2), (3, 2)]))
pool.close()
pool.join()
