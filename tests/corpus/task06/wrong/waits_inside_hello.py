# verdict: failed by thirty_seconds
# why: hello is called at the start and waits inside, so it starts thirty seconds too early.
from threading import Event


def hello():
    Event().wait(30)
    print('Hello, World!')


hello()
