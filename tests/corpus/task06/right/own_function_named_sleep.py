# verdict: passed
# why: A function of the student's own is named sleep, and waits on an Event.
import threading


def sleep(seconds):
    threading.Event().wait(seconds)


def hello():
    print('Hello, World!')


sleep(30)
hello()
