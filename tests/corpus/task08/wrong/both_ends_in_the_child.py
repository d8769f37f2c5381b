# verdict: failed by through_a_pipe
# why: The child talks to itself.
from multiprocessing import Pipe, Process


def child(a, b):
    a.send("hello")
    print(b.recv())


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(a, b))
    p.start()
    p.join()
