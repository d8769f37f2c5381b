# verdict: passed
# why: Consumer stops when the producer has said so and nothing comes any more.
from multiprocessing import Event, Process, Queue
from queue import Empty


def producer(q, done):
    for i in range(3):
        q.put(i)
    q.close()
    q.join_thread()
    done.set()


def consumer(q, done):
    while True:
        finished = done.is_set()
        try:
            print("got", q.get(timeout=0.5))
        except Empty:
            if finished:
                break


if __name__ == "__main__":
    q, done = Queue(), Event()
    ps = [Process(target=f, args=(q, done)) for f in (producer, consumer)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
