# verdict: passed
# why: Prints by logging, sleeps at random.
# relies on fork
import logging
import random
import sys
import time
from multiprocessing import Process, Queue, current_process


def producer(q):
    for word in ("alpha", "beta", "gamma"):
        time.sleep(random.random())
        q.put(word)
        logging.info("%s put %s", current_process().name, word)
    q.put("END")


def consumer(q):
    while True:
        word = q.get()
        if word == "END":
            break
        time.sleep(random.uniform(0.1, 2))
        logging.info("%s got %s", current_process().name, word)


if __name__ == "__main__":
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(message)s")
    q = Queue()
    ps = [Process(target=f, args=(q,), name=f.__name__) for f in (producer, consumer)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
