# verdict: passed
# why: setitimer rings once after thirty seconds.
import signal


def hello(*args):
    print('Hello, World!')


signal.signal(signal.SIGALRM, hello)
signal.setitimer(signal.ITIMER_REAL, 30)
signal.pause()
