# verdict: passed
# why: logging on standard output with the bare message as its format.
import logging
import sys
import threading

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(message)s')


def hello():
    logging.info('Hello, World!')


t = threading.Timer(30, hello)
t.start()
t.join()
