# verdict: passed
# why: The time in each child's line is logging's own asctime, taken when that child logs.
import logging
import sys
import threading
import time

logging.basicConfig(stream=sys.stdout, level=logging.INFO,
                    format='%(asctime)s %(threadName)s %(message)s')
event = threading.Event()


def child():
    event.wait()
    logging.info('开始执行')


for i in range(10):
    threading.Thread(target=child).start()
time.sleep(10)
event.set()
