# verdict: failed by clean_end
# why: Joins a process whose large items nobody has taken.
from multiprocessing import Process, Queue


def producer(q):
    for letter in "abc":
        q.put(letter * 100_000)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=producer, args=(q,))
    p.start()
    p.join()
    for _ in range(3):
        print(q.get())
