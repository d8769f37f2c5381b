# verdict: failed by none_lost
# also: printed
# why: The library ends the daemon before it has read all.
from multiprocessing import Process, Queue


def reader(q):
    while True:
        print("read", q.get())


if __name__ == "__main__":
    q = Queue()
    Process(target=reader, args=(q,), daemon=True).start()
    for i in range(3):
        q.put(i)
