# verdict: failed by hello_prints
# also: thirty_seconds, clean_end
# why: The Timer is a daemon and main does not wait for it, so nothing is printed.
from threading import Timer


def hello():
    print('Hello, World!')


t = Timer(30, hello)
t.daemon = True
t.start()
