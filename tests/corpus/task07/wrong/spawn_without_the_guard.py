# verdict: failed by clean_end
# why: spawn imports the script again: the queue is another one, and starting fails.
import multiprocessing as mp


def producer(q):
    for i in range(3):
        q.put(i)


mp.set_start_method("spawn", force=True)
q = mp.Queue()
p = mp.Process(target=producer, args=(q,))
p.start()
for _ in range(3):
    print("got", q.get())
p.join()
