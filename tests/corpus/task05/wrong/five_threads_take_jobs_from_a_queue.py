# verdict: failed by ten_threads
# also: begin_and_end
# why: Five threads serve a queue of ten jobs.
import queue
import threading
import time

jobs = queue.Queue()
for i in range(10):
    jobs.put(i)
for _ in range(5):
    jobs.put(None)


def worker():
    while True:
        i = jobs.get()
        if i is None:
            break
        print('任务', i, '开始')
        time.sleep(1)
        print('任务', i, '结束')


threads = [threading.Thread(target=worker) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
