"""logging with thread names, to standard output and error."""
import logging
import sys
import threading

logging.basicConfig(level=logging.INFO, format="%(threadName)s %(levelname)s %(message)s",
                    stream=sys.stdout)


def work(number):
    logging.info("number %d", number)
    logging.debug("hidden")


for number in range(2):
    thread = threading.Thread(target=work, args=(number,), name=f"w{number}")
    thread.start()
    thread.join()
logger = logging.getLogger("own")
handler = logging.StreamHandler()
handler.setFormatter(logging.Formatter("%(name)s %(asctime).4s %(message)s"[:11] + "%(message)s"))
logger.addHandler(handler)
logger.propagate = False
logger.warning("to stderr")
try:
    1 / 0
except ZeroDivisionError:
    logging.exception("caught")
