# verdict: failed by begin_and_end
# also: five_at_once
# why: The lines go to standard error.
import logging
import threading
import time

logging.basicConfig(level=logging.INFO, format='%(threadName)s %(message)s')
sem = threading.Semaphore(5)


def task():
    with sem:
        logging.info('begin')
        time.sleep(1)
        logging.info('end')


for i in range(10):
    threading.Thread(target=task).start()
