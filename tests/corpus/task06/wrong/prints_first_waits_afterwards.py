# verdict: failed by thirty_seconds
# why: hello comes at once, the waiting afterwards.
from threading import Event


def hello():
    print('Hello, World!')


hello()
Event().wait(30)
