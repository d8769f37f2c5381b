"""Say hello thirty seconds after the start, with a Timer in place of time.sleep.

The Timer blocks in its own thread, and the interpreter waits for that thread
before it exits, so nothing else is left to do.
"""

import threading


def hello() -> None:
    print("Hello, World!")


def main() -> None:
    threading.Timer(30, hello).start()


if __name__ == "__main__":
    main()
