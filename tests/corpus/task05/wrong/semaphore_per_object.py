# verdict: failed by at_most_five
# why: The semaphore is made in __init__, so each of the ten has one.
import threading
import time


class Worker(threading.Thread):
    def __init__(self, no):
        super().__init__()
        self.no = no
        self.sem = threading.BoundedSemaphore(5)

    def run(self):
        with self.sem:
            print('工人', self.no, '开始')
            time.sleep(1)
            print('工人', self.no, '结束')


workers = [Worker(i) for i in range(10)]
for w in workers:
    w.start()
for w in workers:
    w.join()
