# verdict: passed
# why: A decorator holds the semaphore around the function.
import functools
import threading
import time


def limit(n):
    sem = threading.Semaphore(n)

    def deco(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            with sem:
                return func(*args, **kwargs)
        return wrapper
    return deco


@limit(5)
def task(i):
    print('enter task', i)
    time.sleep(1)
    print('exit task', i)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
