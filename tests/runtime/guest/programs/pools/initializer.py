"""An initializer runs once in each worker; one that fails breaks the pool."""
import concurrent.futures
import logging
import threading

logging.disable(logging.CRITICAL)
local = threading.local()


def prepare(word):
    local.word = word


with concurrent.futures.ThreadPoolExecutor(2, initializer=prepare, initargs=("hi",)) as pool:
    print(set(pool.map(lambda _: local.word, range(5))))


def fail():
    raise RuntimeError("no")


with concurrent.futures.ThreadPoolExecutor(1, initializer=fail) as pool:
    try:
        pool.submit(print).result()
    except concurrent.futures.BrokenExecutor as problem:
        print(type(problem).__name__)
