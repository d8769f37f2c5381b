# verdict: failed by through_a_pipe
# why: The child only looks on.
from multiprocessing import Pipe, Process


def child():
    print("child")


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child)
    p.start()
    a.send("hello")
    print(b.recv())
    p.join()
