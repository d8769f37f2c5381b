# verdict: failed by hello_prints
# why: The line goes to standard error.
import sys
from threading import Timer


def hello():
    print('Hello, World!', file=sys.stderr)


Timer(30, hello).start()
