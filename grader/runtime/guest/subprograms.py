"""`subprocess` of a Python: the child runs the script in a fork that forgets (see `fresh`).

Only commands that start this Python with a script or with `-c` are modelled; any other program
stays refused, since nothing could be seen of what it does. The pipes are real: what the child has
as its standard streams is then a pipe as any other.
"""

from __future__ import annotations

import os
import sys
from types import CodeType, ModuleType
from typing import Any

from grader.runtime.guest import fresh, memory, output, pipes, processes
from grader.runtime.guest.channel import channel
from grader.runtime.guest.sharing import codes_of

_FLAGS = frozenset({"-u", "-B", "-s", "-S", "-E", "-I", "-P", "-O", "-OO", "-X", "-W"})
_ARGUED = frozenset({"-X", "-W"})
_NAMES = ("python", "python3")


def command_of(args: Any) -> list[str] | None:
    """The arguments of Python after its own flags: script and its arguments, or `-c` and code;
    None for a command that is no such thing."""
    if isinstance(args, (str, bytes, os.PathLike)):
        args = [args]
    try:
        words = [os.fsdecode(word) for word in args]
    except TypeError:
        return None
    if not words or not _is_python(words[0]):
        return None
    rest = words[1:]
    while rest and rest[0] in _FLAGS:
        rest = rest[2:] if rest[0] in _ARGUED else rest[1:]
    if not rest or (rest[0].startswith("-") and rest[0] != "-c") or rest[:1] == rest == ["-c"]:
        return None
    return rest


def _is_python(word: str) -> bool:
    name = os.path.basename(word)
    return word == sys.executable or (
        word == name and (name in _NAMES or name == f"python3.{sys.version_info[1]}")
    )


def fork_exec(
    args: Any, executables: Any, close_fds: Any, pass_fds: Any, cwd: Any, env: Any,
    p2cread: int, p2cwrite: int, c2pread: int, c2pwrite: int, errread: int, errwrite: int,
    errpipe_read: int, errpipe_write: int, *rest: Any,
) -> int:
    """Look-alike of `_posixsubprocess.fork_exec`."""
    command = command_of(args)
    special = [part for part in rest[2:8] if part not in (None, -1, False, ())]
    if command is None or special or not channel.active:
        from grader.runtime.guest.refusals import refuse

        refuse("_posixsubprocess.fork_exec", *args)
    assert command is not None
    pid = processes.fork()
    if pid:
        name = os.path.basename(command[0]) if command[0] != "-c" else "python -c"
        channel.note("process", processes.process_of(pid), name, False, "subprocess", name)
        return pid
    kept = {fd for fd in pass_fds if fd != errpipe_write}
    streams = {0: p2cread, 1: c2pwrite, 2: errwrite}
    for number, fd in streams.items():
        if fd >= 0:
            os.dup2(fd, number)
    fresh.become_fresh(lambda: _run(command, cwd, env), kept, [])
    return 0


def _run(command: list[str], cwd: Any, env: Any) -> int:
    if cwd is not None:
        os.chdir(cwd)
    if env is not None:
        os.environ.clear()
        os.environ.update(
            os.fsdecode(pair).split("=", 1) for pair in env  # type: ignore[arg-type]
        )
    _open_streams()
    if command[0] == "-c":
        path, source = "<string>", command[1].encode()
        sys.argv, first = ["-c", *command[2:]], ""
    else:
        path = os.path.abspath(command[0])
        with open(path, "rb") as file:
            source = file.read()
        sys.argv, first = list(command), os.path.dirname(path)
    sys.path[0] = first
    code: CodeType = compile(source, path, "exec", dont_inherit=True)
    if path in channel.files or path == "<string>":
        channel.files = channel.files | {path}
        memory.prepare(codes_of(code))
    module = ModuleType("__main__")
    module.__dict__.update(__file__=path, __builtins__=__builtins__)
    sys.modules["__main__"] = module
    exec(code, module.__dict__)
    return 0


def _open_streams() -> None:
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if number in pipes.standard:
            continue
        output.give_up(number)
        stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def install() -> None:
    """Put it in place; `subprocess` must not have been imported before."""
    try:
        import _posixsubprocess  # type: ignore[import-not-found]
    except ImportError:
        return
    _posixsubprocess.fork_exec = fork_exec
