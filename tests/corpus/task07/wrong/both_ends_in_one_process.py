# verdict: failed by between_processes
# why: The child only looks on.
from multiprocessing import Process, Queue


def child():
    print("child")


if __name__ == "__main__":
    q = Queue()
    p = Process(target=child)
    p.start()
    for i in range(3):
        q.put(i)
    for i in range(3):
        print(q.get())
    p.join()
