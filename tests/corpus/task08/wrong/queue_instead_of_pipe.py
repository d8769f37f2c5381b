# verdict: failed by through_a_pipe
# why: A Queue is no pipe.
from multiprocessing import Process, Queue


def child(q):
    q.put("hello")


if __name__ == "__main__":
    q = Queue()
    p = Process(target=child, args=(q,))
    p.start()
    print(q.get())
    p.join()
