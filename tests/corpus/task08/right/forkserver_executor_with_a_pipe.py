# verdict: passed
# why: The one worker of an executor by forkserver answers what comes through the pipe.
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor


def start(conn):
    answer.conn = conn


def answer(many):
    for _ in range(many):
        answer.conn.send(answer.conn.recv().upper())


if __name__ == "__main__":
    ctx = mp.get_context("forkserver")
    mine, theirs = ctx.Pipe()
    with ProcessPoolExecutor(1, mp_context=ctx, initializer=start, initargs=(theirs,)) as executor:
        job = executor.submit(answer, 2)
        for word in ("ping", "pong"):
            mine.send(word)
            print("answer:", mine.recv())
        job.result()
