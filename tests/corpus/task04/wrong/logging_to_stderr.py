# verdict: failed by prints_time
# why: logging writes to standard error when no stream is named, so nothing is on standard output.
import logging
import threading
import time

logging.basicConfig(level=logging.INFO, format='%(threadName)s %(message)s')
event = threading.Event()


def task(i):
    event.wait()
    logging.info('time: %s', time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
