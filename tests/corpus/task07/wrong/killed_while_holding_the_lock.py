# verdict: failed by clean_end
# why: The worker is killed while it holds a lock.
import os
import signal
from multiprocessing import Lock, Process, Queue


def worker(q, lock):
    lock.acquire()
    for i in range(3):
        q.put(i)
    q.close()
    q.join_thread()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    q, lock = Queue(), Lock()
    p = Process(target=worker, args=(q, lock))
    p.start()
    for _ in range(3):
        print("got", q.get())
    p.join()
    with lock:
        print("end")
