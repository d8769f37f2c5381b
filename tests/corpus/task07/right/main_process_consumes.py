# verdict: passed
# why: The main process takes a known number of items.
import multiprocessing as mp
import os


def work(q, number):
    q.put((os.getpid(), number * number))


if __name__ == "__main__":
    q = mp.Queue()
    workers = [mp.Process(target=work, args=(q, n)) for n in range(4)]
    for w in workers:
        w.start()
    for _ in workers:
        pid, square = q.get()
        print(f"从进程 {pid} 收到 {square}")
    for w in workers:
        w.join()
