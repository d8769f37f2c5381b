# verdict: passed
# why: Daemon consumers, ended by the library after join().
from multiprocessing import JoinableQueue, Process


def consumer(q):
    while True:
        item = q.get()
        print("handled", item)
        q.task_done()


if __name__ == "__main__":
    q = JoinableQueue()
    for _ in range(2):
        Process(target=consumer, args=(q,), daemon=True).start()
    for i in range(6):
        q.put(f"job {i}")
    q.join()
    print("all done")
