# verdict: passed
# why: Three producers of two, one consumer that counts to six.
import multiprocessing


def producer(q, who):
    for i in range(2):
        q.put(f"{who}{i}")


def consumer(q):
    for _ in range(6):
        print("consumed", q.get())


if __name__ == "__main__":
    q = multiprocessing.Queue()
    ps = [multiprocessing.Process(target=producer, args=(q, w)) for w in "ABC"]
    ps.append(multiprocessing.Process(target=consumer, args=(q,)))
    for p in ps:
        p.start()
    for p in ps:
        p.join()
