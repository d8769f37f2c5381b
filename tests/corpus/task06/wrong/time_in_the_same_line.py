# verdict: failed by hello_prints
# why: The clock stands in the same line, so the line is not exactly the text.
import time
from threading import Timer


def hello():
    print(time.strftime('%H:%M:%S'), 'Hello, World!')


Timer(30, hello).start()
