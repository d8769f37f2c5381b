# verdict: passed
# why: A pool's worker does the waiting.
import threading
from concurrent.futures import ThreadPoolExecutor


def hello():
    print('Hello, World!')


def later(seconds, func):
    threading.Event().wait(seconds)
    func()


with ThreadPoolExecutor(1) as pool:
    pool.submit(later, 30, hello)
