# verdict: passed
# why: concurrent.futures.wait with a time-out on an empty promise.
import concurrent.futures as cf


def hello():
    print('Hello, World!')


cf.wait([cf.Future()], timeout=30)
hello()
