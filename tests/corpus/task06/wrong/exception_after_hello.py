# verdict: failed by clean_end
# why: hello raises a TypeError in the Timer's thread after its line.
from threading import Timer

count = None


def hello():
    global count
    print('Hello, World!')
    count += 1


Timer(30, hello).start()
