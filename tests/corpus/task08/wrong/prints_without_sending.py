# verdict: failed by through_a_pipe
# why: The lines claim what never happened.
from multiprocessing import Pipe, Process


def child(conn):
    print("发送: hello world")


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    p.join()
    print("收到: hello world")
