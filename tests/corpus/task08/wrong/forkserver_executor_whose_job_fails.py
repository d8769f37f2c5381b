# verdict: failed by clean_end
# why: The job's second recv finds the end closed, and its error comes out of result().
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor


def start(conn):
    answer.conn = conn


def answer():
    answer.conn.send("first")
    return answer.conn.recv(), answer.conn.recv()


if __name__ == "__main__":
    ctx = mp.get_context("forkserver")
    mine, theirs = ctx.Pipe()
    with ProcessPoolExecutor(1, mp_context=ctx, initializer=start, initargs=(theirs,)) as executor:
        job = executor.submit(answer)
        theirs.close()
        print("got", mine.recv())
        mine.send("only one")
        mine.close()
        print(job.result())
