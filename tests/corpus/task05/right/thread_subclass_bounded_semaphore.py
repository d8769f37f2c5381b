# verdict: passed
# why: A Thread subclass with a class-level BoundedSemaphore.
import threading
import time
from datetime import datetime


class Worker(threading.Thread):
    places = threading.BoundedSemaphore(5)

    def __init__(self, no):
        super().__init__(name=f'工人{no}')

    def run(self):
        with self.places:
            print(f'{datetime.now():%H:%M:%S} {self.name} 上工')
            self.work()
            print(f'{datetime.now():%H:%M:%S} {self.name} 下工')

    def work(self):
        time.sleep(1.2)


def main():
    workers = [Worker(no) for no in range(10)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


if __name__ == '__main__':
    main()
