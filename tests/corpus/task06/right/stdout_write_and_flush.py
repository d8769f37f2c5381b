# verdict: passed
# why: The line through sys.stdout.write, the newline with it.
import sys
import threading


def hello():
    sys.stdout.write('Hello, World!\n')
    sys.stdout.flush()


threading.Timer(interval=30, function=hello).start()
