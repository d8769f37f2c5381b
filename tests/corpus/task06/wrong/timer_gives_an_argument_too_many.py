# verdict: failed by clean_end
# also: hello_prints, thirty_seconds
# why: hello takes no argument and is given one: a TypeError in the Timer's thread.
from threading import Timer


def hello():
    print('Hello, World!')


Timer(30, hello, args=('alex',)).start()
