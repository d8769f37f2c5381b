# verdict: failed by clean_end
# also: all_arrive, printed, through_a_pipe
# why: Two readers take pieces of each other's messages.
from multiprocessing import Pipe, Process


def reader(conn, name):
    for _ in range(2):
        print(name, "got", conn.recv())


if __name__ == "__main__":
    a, b = Pipe()
    ps = [Process(target=reader, args=(b, name)) for name in "XY"]
    for p in ps:
        p.start()
    for i in range(4):
        a.send(f"message {i}")
    for p in ps:
        p.join()
