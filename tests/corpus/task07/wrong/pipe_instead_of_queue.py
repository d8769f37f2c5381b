# verdict: failed by between_processes
# why: A pipe is no queue.
from multiprocessing import Pipe, Process


def child(c):
    for i in range(3):
        c.send(i)
    c.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    for _ in range(3):
        print(a.recv())
    p.join()
