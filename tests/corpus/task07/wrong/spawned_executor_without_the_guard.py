# verdict: failed by clean_end
# also: between_processes
# why: The workers import the script, and each wants to start a pool while it is starting.
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

ctx = mp.get_context("spawn")
q = ctx.SimpleQueue()


def start(queue):
    global q
    q = queue


def work(n):
    q.put(n)


with ProcessPoolExecutor(2, mp_context=ctx, initializer=start, initargs=(q,)) as executor:
    list(executor.map(work, range(3)))
for _ in range(3):
    print("got", q.get())
