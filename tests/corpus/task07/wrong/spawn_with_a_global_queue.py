# verdict: failed by clean_end
# why: Under spawn a global queue is made anew in the child.
import multiprocessing as mp

mp.set_start_method("spawn", force=True)
q = mp.Queue()


def producer():
    for i in range(3):
        q.put(i)


if __name__ == "__main__":
    p = mp.Process(target=producer)
    p.start()
    for _ in range(3):
        print("got", q.get())
    p.join()
