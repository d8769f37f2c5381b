# verdict: passed
# why: A Lock keeps lines apart; a Value counts.
from multiprocessing import Lock, Process, Queue, Value


def producer(q, lock):
    for i in range(3):
        with lock:
            print("make", i)
        q.put(i)


def consumer(q, lock, count):
    for _ in range(3):
        item = q.get()
        with lock:
            print("take", item)
        with count.get_lock():
            count.value += 1


if __name__ == "__main__":
    q, lock, count = Queue(), Lock(), Value("i", 0)
    ps = [Process(target=producer, args=(q, lock)), Process(target=consumer, args=(q, lock, count))]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print("count", count.value)
