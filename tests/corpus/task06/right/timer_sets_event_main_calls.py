# verdict: passed
# why: The Timer only sets an Event; main waits for it and calls hello.
import threading


def hello():
    print('Hello, World!')


rang = threading.Event()
threading.Timer(30, rang.set).start()
rang.wait()
hello()
