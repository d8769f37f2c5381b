# verdict: passed
# why: Two writers share one end, under a lock.
from multiprocessing import Lock, Pipe, Process


def writer(conn, lock, name):
    for i in range(2):
        with lock:
            conn.send(f"{name}{i}")


if __name__ == "__main__":
    r, w = Pipe(False)
    lock = Lock()
    ps = [Process(target=writer, args=(w, lock, name)) for name in "AB"]
    for p in ps:
        p.start()
    for _ in range(4):
        print("got", r.recv())
    for p in ps:
        p.join()
