"""How processes end: by an exception, by SystemExit, by a code of their own."""
import os
import sys
from multiprocessing import Process


def raises():
    raise ValueError("in the child")


def leaves(code):
    sys.exit(code)


if __name__ == "__main__":
    p = Process(target=raises)
    p.start()
    p.join()
    print(p.exitcode)
    for code in (0, 3, None, "words"):
        p = Process(target=leaves, args=(code,))
        p.start()
        p.join()
        print(code, p.exitcode)
    pid = os.fork()
    if pid == 0:
        os._exit(7)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    try:
        os.waitpid(pid, 0)
    except ChildProcessError as problem:
        print(problem)
    p = Process(target=print, args=("once",))
    p.start()
    p.join()
    try:
        p.start()
    except AssertionError as problem:
        print(problem)
    sys.exit(4)
