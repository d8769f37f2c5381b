"""Two producers and two consumers, each a process, with one queue between them.

The end mark is None, compared with `is`, so that 0 is an item like any other. It is put once for
each consumer, and only after every producer has ended, so it stands behind all of the items.
"""

import multiprocessing

CONSUMERS = 2


def produce(name, queue):
    for number in range(3):
        item = f"{name}-{number}"
        print(f"{name} puts {item}")
        queue.put(item)


def consume(name, queue):
    while (item := queue.get()) is not None:
        print(f"{name} takes {item}")


def main():
    queue = multiprocessing.Queue()
    producers = [
        multiprocessing.Process(target=produce, args=(name, queue)) for name in ("apple", "pear")
    ]
    consumers = [
        multiprocessing.Process(target=consume, args=(f"consumer {number}", queue))
        for number in range(CONSUMERS)
    ]
    for process in producers + consumers:
        process.start()
    for process in producers:
        process.join()
    for _ in consumers:
        queue.put(None)
    for process in consumers:
        process.join()


if __name__ == "__main__":
    main()
