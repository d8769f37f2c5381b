# verdict: failed by ten_threads
# also: begin_and_end
# why: A pool of five workers is five threads with two jobs each.
import time
from concurrent.futures import ThreadPoolExecutor


def task(i):
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')


with ThreadPoolExecutor(max_workers=5) as pool:
    pool.map(task, range(10))
