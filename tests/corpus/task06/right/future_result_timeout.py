# verdict: passed
# why: A Future that nobody fulfils, asked with a time-out.
from concurrent.futures import Future, TimeoutError


def hello():
    print('Hello, World!')


try:
    Future().result(timeout=30)
except TimeoutError:
    hello()
