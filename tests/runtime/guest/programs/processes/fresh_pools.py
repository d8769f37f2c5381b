"""Pools whose workers are fresh interpreters: what they inherit, forget, and hand back."""

import atexit
import logging
import multiprocessing as mp
import os
import threading
import weakref
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool

changed = "as imported"


class Note:
    pass


def square(n):
    return n * n


def begin(word):
    global changed
    changed = word


def tell(n):
    thread = threading.current_thread()
    return (
        n, changed, thread is threading.main_thread(), thread.name, thread.daemon,
        threading.Thread().name, logging.getLogger().handlers, logging.getLogger("x").level,
        mp.active_children(), threading.active_count() < 3,
    )


def fail(n):
    raise KeyError(n)


def leave(n):
    os._exit(n)


def nested(n):
    with ThreadPoolExecutor(2) as inner:
        return sum(inner.map(square, range(n)))


def through(queue, n):
    queue.put((n, mp.current_process().daemon))


def use_a_pool(context):
    with context.Pool(2, begin, ("by the initializer",)) as pool:
        print(pool.apply(tell, (2,)))
        print(pool.map(square, range(5)))
        print(sorted(pool.imap_unordered(square, range(4), chunksize=2)))
        print(pool.apply(nested, (4,)))
        try:
            pool.apply(fail, (7,))
        except KeyError as problem:
            print("KeyError", problem)
        pool.close()
        pool.join()
    with context.Pool(1, maxtasksperchild=1) as pool:
        print([pool.apply(square, (n,)) for n in range(3)])
    queue = context.Queue()
    with context.Pool(1) as pool:
        try:
            pool.apply(through, (queue, 1))
        except RuntimeError as problem:
            print(problem)


def use_an_executor(context):
    queue = context.SimpleQueue()
    with ProcessPoolExecutor(2, mp_context=context, initializer=keep, initargs=(queue,)) as pool:
        print(list(pool.map(square, range(5), chunksize=2)))
        print(pool.submit(tell, 3).result())
        print(pool.submit(nested, 3).result())
        print(repr(pool.submit(fail, 8).exception()))
        pool.submit(put, 9).result()
    print(queue.get())
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        try:
            pool.submit(leave, 3).result()
        except BrokenProcessPool as problem:
            print(type(problem).__name__)


def keep(queue):
    global kept
    kept = queue


def put(n):
    kept.put(n)


def main():
    begin("by the parent")
    logging.basicConfig(level=logging.ERROR)
    logging.getLogger("x").setLevel(5)
    atexit.register(print, "the parent ends")
    note = Note()
    weakref.finalize(note, print, "the parent's object dies")
    threading.excepthook = print
    idle = ThreadPoolExecutor(2)
    print(list(idle.map(square, [5, 6])))
    forked = mp.get_context("fork").Pool(1)
    print(forked.apply(square, (7,)))
    for method in ("spawn", "forkserver"):
        print(method)
        use_a_pool(mp.get_context(method))
        use_an_executor(mp.get_context(method))
    forked.terminate()
    forked.join()


if __name__ == "__main__":
    main()
