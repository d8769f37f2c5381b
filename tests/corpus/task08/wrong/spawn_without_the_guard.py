# verdict: failed by clean_end
# why: Starts a process while it is being imported by one.
import multiprocessing as mp


def child(conn):
    conn.send("hello")


mp.set_start_method("spawn", force=True)
a, b = mp.Pipe()
p = mp.Process(target=child, args=(b,))
p.start()
print(a.recv())
p.join()
