"""Locks, events, barriers, conditions and semaphores between processes."""
import time
from multiprocessing import (
    Barrier, BoundedSemaphore, Condition, Event, JoinableQueue, Lock, Pipe, Process, RLock, Semaphore,
    SimpleQueue,
)


def echo(conn):
    while True:
        m = conn.recv()
        if m is None:
            break
        conn.send(m.upper())
    conn.close()


def worker(jq):
    while True:
        x = jq.get()
        print("job", x, flush=True)
        jq.task_done()


def meet(lock, ev, bar, sem, cond, rl):
    with lock, rl, rl:
        pass
    ev.wait()
    bar.wait()
    with sem, cond:
        cond.notify_all()


def forever():
    time.sleep(1000)


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=echo, args=(b,), name="回声")
    p.start()
    for w in ("hi", "x" * 100000, "end"):
        a.send(w)
        print(len(a.recv()))
    a.send(None)
    p.join()
    print(p.exitcode, p.name, p.is_alive())
    jq = JoinableQueue()
    Process(target=worker, args=(jq,), daemon=True).start()
    for i in range(3):
        jq.put(i)
    jq.join()
    lock, ev, bar, sem, cond, rl = Lock(), Event(), Barrier(2), Semaphore(2), Condition(), RLock()
    s = Process(target=meet, args=(lock, ev, bar, sem, cond, rl))
    with cond:
        s.start()
        ev.set()
        bar.wait()
        print(cond.wait(20))
    s.join(20)
    print(s.is_alive(), s.exitcode)
    f = Process(target=forever)
    f.start()
    f.terminate()
    f.join()
    k = Process(target=forever)
    k.start()
    k.kill()
    k.join()
    print(f.exitcode, k.exitcode)
    q = SimpleQueue()
    q.put({"a": 1})
    print(q.empty(), q.get(), q.empty())
    bounded = BoundedSemaphore(1)
    for thing in (bounded, lock, rl):
        try:
            thing.release()
        except (ValueError, AssertionError) as problem:
            print(type(problem).__name__, problem)
    print(lock.acquire(timeout=0.01), lock.acquire(False), lock.acquire(timeout=0.01), bounded)
