# verdict: failed by hello_prints
# also: thirty_seconds, clean_end
# why: join(30) can run out just before the daemon Timer has printed.
from threading import Timer


def hello():
    print('Hello, World!')


t = Timer(30, hello)
t.daemon = True
t.start()
t.join(30)
