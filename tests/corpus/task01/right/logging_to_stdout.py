# verdict: passed
# why: The logging module writes to standard output, with the thread's name from the record.
import logging
import sys
import threading

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s %(threadName)s %(message)s")


def work():
    logging.info("活跃线程数量 %d", threading.active_count())


threads = [threading.Thread(target=work, name=f"logger-{i:02}") for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
logging.info("main is through")
