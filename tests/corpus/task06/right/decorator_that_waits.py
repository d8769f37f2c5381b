# verdict: passed
# why: A decorator waits before the real hello is called.
import functools
import threading


def after(seconds):
    def deco(func):
        @functools.wraps(func)
        def wrapper():
            threading.Event().wait(seconds)
            return func()
        return wrapper
    return deco


@after(30)
def hello():
    print('Hello, World!')


hello()
