# verdict: failed by thirty_seconds
# also: clean_end
# why: Timer(30, hello()) calls hello at once and rings for None.
from threading import Timer


def hello():
    print('Hello, World!')


t = Timer(30, hello())
t.start()
