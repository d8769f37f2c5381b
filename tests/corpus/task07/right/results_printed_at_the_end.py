# verdict: passed
# why: The taker collects and prints the list.
from multiprocessing import Process, Queue


def worker(q, n):
    q.put({"n": n, "square": n * n})


if __name__ == "__main__":
    q = Queue()
    ps = [Process(target=worker, args=(q, n)) for n in range(5)]
    for p in ps:
        p.start()
    results = [q.get() for _ in ps]
    for p in ps:
        p.join()
    print(sorted(r["square"] for r in results))
    print(sum(r["n"] for r in results))
