# verdict: failed by ten_threads
# also: begin_and_end
# why: ThreadPool(5) is five threads as well.
import time
from multiprocessing.pool import ThreadPool


def task(i):
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')


pool = ThreadPool(5)
pool.map(task, range(10), chunksize=1)
pool.close()
pool.join()
