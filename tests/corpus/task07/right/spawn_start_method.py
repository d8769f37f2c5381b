# verdict: passed
# why: With the spawn start method.
import multiprocessing as mp


def producer(q):
    for i in range(3):
        q.put(f"item-{i}")
    q.put(None)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    q = mp.Queue()
    p = mp.Process(target=producer, args=(q,))
    p.start()
    while (item := q.get()) is not None:
        print(item)
    p.join()
