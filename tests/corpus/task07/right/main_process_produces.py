# verdict: passed
# why: The main process puts, with an end mark for each of two workers.
# relies on fork
from multiprocessing import Process, Queue, current_process


def worker(q):
    for item in iter(q.get, "STOP"):
        print(current_process().name, "got", item)


q = Queue()
procs = [Process(target=worker, args=(q,)) for _ in range(2)]
for p in procs:
    p.start()
for word in ["apple", "pear", "plum", "fig"]:
    q.put(word)
for p in procs:
    q.put("STOP")
for p in procs:
    p.join()
