# verdict: failed by between_processes
# why: A Manager's list is no queue.
from multiprocessing import Manager, Process


def producer(items):
    for i in range(3):
        items.append(i)


if __name__ == "__main__":
    with Manager() as manager:
        items = manager.list()
        p = Process(target=producer, args=(items,))
        p.start()
        p.join()
        for item in items:
            print("got", item)
