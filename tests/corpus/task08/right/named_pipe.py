# verdict: passed
# why: A named pipe between two processes.
import os
from multiprocessing import Process

PATH = "my_pipe"


def writer():
    with open(PATH, "w") as f:
        f.write("你好\n")


def reader():
    with open(PATH) as f:
        for line in f:
            print("收到", line.strip())


if __name__ == "__main__":
    if os.path.exists(PATH):
        os.remove(PATH)
    os.mkfifo(PATH)
    ps = [Process(target=f) for f in (reader, writer)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    os.remove(PATH)
