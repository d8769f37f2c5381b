"""A child process answers what its parent sends, over the two ends of a pipe.

Each process closes the end that it does not use: the child then sees the end of the messages as
EOFError when the parent closes its own, and nobody waits for ever.
"""

import multiprocessing


def answer(ours, theirs):
    theirs.close()
    while True:
        try:
            message = ours.recv()
        except EOFError:
            break
        print(f"child received: {message}")
        ours.send(message.upper())
    ours.close()


def main():
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.Process(target=answer, args=(theirs, ours))
    child.start()
    theirs.close()
    for message in ("hello", "world", "再见"):
        ours.send(message)
        print(f"parent received: {ours.recv()}")
    ours.close()
    child.join()


if __name__ == "__main__":
    main()
