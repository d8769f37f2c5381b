# verdict: passed
# why: A one-way pipe, read until the end.
from multiprocessing import Pipe, Process


def sender(w):
    for i in range(4):
        w.send(f"消息{i}")
    w.close()


if __name__ == "__main__":
    r, w = Pipe(duplex=False)
    p = Process(target=sender, args=(w,))
    p.start()
    w.close()
    while True:
        try:
            print("收到", r.recv())
        except EOFError:
            break
    p.join()
