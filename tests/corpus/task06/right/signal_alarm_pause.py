# verdict: passed
# why: signal.alarm with hello as the handler, and pause until it comes.
import signal


def hello(signum, frame):
    print('Hello, World!')


signal.signal(signal.SIGALRM, hello)
signal.alarm(30)
signal.pause()
