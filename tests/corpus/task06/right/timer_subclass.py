# verdict: passed
# why: A subclass of Timer brings its own interval.
from threading import Timer


class 三十秒后(Timer):
    def __init__(self, func):
        super().__init__(30, func)


def hello():
    print('Hello, World!')


三十秒后(hello).start()
