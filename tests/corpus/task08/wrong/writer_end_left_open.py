# verdict: failed by clean_end
# why: The parent keeps the writing end open and never sees the end.
from multiprocessing import Pipe, Process


def child(w):
    w.send("one")
    w.send("two")
    w.close()


if __name__ == "__main__":
    r, w = Pipe(duplex=False)
    p = Process(target=child, args=(w,))
    p.start()
    while True:
        try:
            print(r.recv())
        except EOFError:
            break
    p.join()
