# verdict: passed
# why: A Thread subclass with the Event handed to its constructor.
import threading
import time
from datetime import datetime


class Waiter(threading.Thread):
    def __init__(self, number, gun):
        super().__init__()
        self.number = number
        self.gun = gun

    def run(self):
        self.gun.wait()
        print(f'Waiter {self.number:02d}: {datetime.now():%Y-%m-%d %H:%M:%S.%f}')


def main():
    gun = threading.Event()
    waiters = [Waiter(n, gun) for n in range(10)]
    for waiter in waiters:
        waiter.start()
    time.sleep(10)
    gun.set()
    for waiter in waiters:
        waiter.join()


main()
