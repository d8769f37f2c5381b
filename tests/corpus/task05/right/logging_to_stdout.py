# verdict: passed
# why: Begin and end lines through logging on standard output.
import logging
import sys
import threading
import time

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG,
                    format='%(asctime)s (%(threadName)-9s) %(message)s')
s = threading.Semaphore(5)


def task():
    logging.debug('Waiting to join the pool')
    with s:
        logging.debug('begin')
        time.sleep(1)
        logging.debug('end')


for i in range(10):
    threading.Thread(target=task, name='线程' + str(i)).start()
