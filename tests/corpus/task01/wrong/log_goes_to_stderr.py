# verdict: failed by own_name
# why: logging writes to standard error unless told otherwise, so nothing is on standard output.
# also: active_count
import logging
import threading

logging.basicConfig(level=logging.INFO, format="%(threadName)s %(message)s")


def work():
    logging.info("active threads: %d", threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
