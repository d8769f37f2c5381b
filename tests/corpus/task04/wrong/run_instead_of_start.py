# verdict: failed by ten_threads
# also: prints_time, started_and_blocked
# why: run() instead of start() does the work in the main thread; no thread is ever started.
import time
from threading import Thread


class Child(Thread):
    def run(self):
        print(self.name, time.ctime())


children = [Child() for i in range(10)]
time.sleep(10)
for c in children:
    c.run()
