"""signal.alarm and setitimer: the handler runs in the main thread and may break a wait off."""
import signal
import threading
import time


def ring(number, frame):
    print("ring", number == signal.SIGALRM, threading.current_thread().name, frame is not None)


print(signal.signal(signal.SIGALRM, ring) == signal.SIG_DFL)
print(signal.setitimer(signal.ITIMER_REAL, 0.01))
print(signal.pause())
signal.setitimer(signal.ITIMER_REAL, 0.01)
time.sleep(0.03)
print(signal.alarm(5), signal.alarm(0), signal.alarm(0))


class Late(Exception):
    pass


def raise_late(number, frame):
    raise Late("too late")


signal.signal(signal.SIGALRM, raise_late)
for wait in (
    lambda: time.sleep(1000), threading.Event().wait, threading.Semaphore(0).acquire,
    lambda: threading.Thread(target=time.sleep, args=(0.05,)).join, threading.Lock().acquire,
):
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    try:
        print(type(wait()).__name__)
        signal.pause()
    except Late as problem:
        print("Late", problem)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
for _ in range(2):
    try:
        signal.pause()
    except Late:
        print("again")
signal.setitimer(signal.ITIMER_REAL, 0)
print(signal.getitimer(signal.ITIMER_REAL)[0], signal.getsignal(signal.SIGALRM) is raise_late)
