# verdict: passed
# why: Each consumer puts the end mark back for the next.
from multiprocessing import Process, Queue


def consumer(q, name):
    while True:
        item = q.get()
        if item is None:
            q.put(None)
            break
        print(f"{name} 取到 {item}")


def producer(q):
    for i in range(1, 7):
        q.put(i)


if __name__ == "__main__":
    q = Queue()
    cs = [Process(target=consumer, args=(q, f"消费者{i}")) for i in range(3)]
    p = Process(target=producer, args=(q,))
    p.start()
    for c in cs:
        c.start()
    p.join()
    q.put(None)
    for c in cs:
        c.join()
