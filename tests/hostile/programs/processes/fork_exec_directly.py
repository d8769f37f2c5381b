"""Starts a program by the function below subprocess."""
# task 5 · could_not_judge · does not model
import _posixsubprocess
import os

read, write = os.pipe()
pid = _posixsubprocess.fork_exec(
    [b"/bin/sleep", b"300"], [b"/bin/sleep"], True, (), None, None, -1, -1, -1, -1, -1, -1,
    read, write, False, False, -1, None, None, None, -1, None,
    *([True] if __import__("sys").version_info < (3, 14) else []),
)
print("child", pid)
