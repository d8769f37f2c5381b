# verdict: failed by clean_end
# also: hello_prints, thirty_seconds
# why: SIGALRM without a handler kills the process.
import signal


def hello():
    print('Hello, World!')


signal.alarm(30)
signal.pause()
hello()
