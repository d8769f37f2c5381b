# verdict: failed by clean_end
# also: all_arrive, printed, through_a_pipe
# why: Two processes write large messages into one end without a lock: they mix.
from multiprocessing import Pipe, Process


def child(conn, letter):
    conn.send(letter * 200_000)


if __name__ == "__main__":
    a, b = Pipe(False)
    ps = [Process(target=child, args=(b, x)) for x in "AB"]
    for p in ps:
        p.start()
    for _ in ps:
        print(a.recv())
    for p in ps:
        p.join()
