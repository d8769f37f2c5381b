# verdict: passed
# why: A subclass of Process that owns its end.
import multiprocessing as mp


class Worker(mp.Process):
    def __init__(self, conn):
        super().__init__()
        self.conn = conn

    def run(self):
        with self.conn:
            n = self.conn.recv()
            print("worker received", n)
            self.conn.send(n ** 2)


if __name__ == "__main__":
    ours, theirs = mp.Pipe()
    w = Worker(theirs)
    w.start()
    ours.send(12)
    print("answer:", ours.recv())
    w.join()
