# verdict: passed
# why: Workers of a ProcessPoolExecutor get the queue from the initializer.
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Queue

queue = None


def start(q):
    global queue
    queue = q


def work(n):
    queue.put(n * 1.5)


if __name__ == "__main__":
    q = Queue()
    with ProcessPoolExecutor(2, initializer=start, initargs=(q,)) as executor:
        list(executor.map(work, range(1, 4)))
    for _ in range(3):
        print(f"got {q.get():.1f}")
