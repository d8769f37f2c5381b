# verdict: failed by none_lost
# why: cancel_join_thread gives up what the feeder still has.
from multiprocessing import Process, Queue
from queue import Empty


def producer(q):
    q.cancel_join_thread()
    for i in range(3):
        q.put(i)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=producer, args=(q,))
    p.start()
    p.join()
    try:
        while True:
            print("got", q.get(timeout=1))
    except Empty:
        pass
