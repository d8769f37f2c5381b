# verdict: passed
# why: The line is written by logging, with the stream set to standard output and the time in the message.
import logging
import sys
import threading
import time

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(threadName)s: %(message)s')
event = threading.Event()


def child():
    logging.info('waiting for the main thread')
    event.wait()
    logging.info('current time %s', time.strftime('%Y-%m-%d %H:%M:%S'))


threads = [threading.Thread(target=child) for i in range(10)]
for thread in threads:
    thread.start()
time.sleep(10)
event.set()
for thread in threads:
    thread.join()
