# verdict: passed
# why: A child thread waits and calls hello, main joins it.
import threading

event = threading.Event()


def hello():
    print('Hello, World!')


def waiter():
    event.wait(timeout=30)
    hello()


def main():
    t = threading.Thread(target=waiter)
    t.start()
    t.join()


if __name__ == '__main__':
    main()
