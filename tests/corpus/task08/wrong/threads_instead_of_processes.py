# verdict: failed by through_a_pipe
# why: Threads are no processes.
import threading
from multiprocessing import Pipe


def child(conn):
    conn.send("hello")


a, b = Pipe()
t = threading.Thread(target=child, args=(b,))
t.start()
print(a.recv())
t.join()
