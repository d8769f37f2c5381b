"""The zygote: an interpreter with the look-alikes in place that forks one child per schedule.

The order matters. The clock goes in before `threading` is first imported (modules copy references
to it), the locks before `queue` and `concurrent.futures`, and everything that the student's files
import from the standard library before the first fork, so that a schedule costs a fork and no
import. State cannot leak from one schedule into the next: each is a child of its own.
"""

from __future__ import annotations

import _thread  # the real one: it is read before the look-alike is put in its place
import contextlib
import gc
import json
import os
import signal
import struct
import sys
from types import CodeType, ModuleType
from typing import Any

from grader.runtime.guest import clock, loading

_LENGTH = struct.Struct("<I")
_leave = os._exit
_write = os.write
_fork, _waitpid = os.fork, os.waitpid


def receive(control: int) -> Any:
    """One JSON message from the supervisor; ends the process when it is gone."""
    return json.loads(_exactly(control, _LENGTH.unpack(_exactly(control, _LENGTH.size))[0]))


def _exactly(control: int, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = os.read(control, size - len(data))
        if not piece:
            _leave(0)
        data += piece
    return data


def send(control: int, message: Any) -> None:
    """One JSON message to the supervisor."""
    body = json.dumps(message).encode()
    data = _LENGTH.pack(len(body)) + body
    while data:
        data = data[_write(control, data) :]


def install_first() -> None:
    """What must be in place before `threading` is imported, by whatever module (on 3.14 by ctypes):
    it copies the clock and sets hooks for forks."""
    # The zygote has one thread and holds no lock when it forks, so the library's fork hooks have
    # nothing to mend; they would only make new locks, at a cost, in each child.
    os.register_at_fork = lambda **hooks: None
    clock.install()


def install_all(serves: bool = False) -> None:
    """Put every other look-alike in place, in the one order that works; those of sockets only
    where the task is about a server."""
    from grader.runtime.guest import randomness

    randomness.install()
    from grader.runtime.guest import locals, locks, memory, output, selecting, signals, threads

    locks.install()
    threads.install()
    from grader.runtime.guest import (
        fifos,
        files,
        pipes,
        processes,
        queues,
        refusals,
        semaphores,
        subprograms,
    )

    queues.install()
    locals.install()
    signals.install()
    selecting.install()
    output.install()
    memory.install()
    threads.on_thread_start.append(memory.trace_thread)
    threads.on_enter.append(memory.enter)
    threads.on_thread_end.append(locals.tell_contents)
    refusals.install()
    processes.install()
    pipes.install()
    semaphores.install()
    files.install()
    subprograms.install()
    fifos.install()
    if serves:
        from grader.runtime.guest import sockets, watching

        sockets.install()
        watching.install()
    _install_thread_module()
    import site

    site.setquit()
    site.sethelper()
    site.setcopyright()


def _install_thread_module() -> None:
    """`import _thread` by a student gives the look-alikes; importlib keeps the real one."""
    import _thread
    import threading

    from grader.runtime.guest import locals, locks, threads

    face = ModuleType("_thread")
    face.__dict__.update(vars(_thread))
    face.__dict__.update(
        allocate_lock=locks.Lock, allocate=locks.Lock, lock=locks.Lock, LockType=locks.Lock,
        RLock=locks.RLock, start_new_thread=threads.start_new_thread,
        start_new=threads.start_new_thread, get_ident=threads.get_ident,
        get_native_id=threads.get_native_id, _local=locals.local,
    )
    sys.modules["_thread"] = face
    threading._thread = face  # type: ignore[attr-defined]


def run_program(main: CodeType, script: str) -> None:
    """Run the script as `__main__`, then what the interpreter does at its end. Never returns."""
    import atexit
    import builtins

    from grader.runtime.guest import memory, threads
    from grader.runtime.guest.channel import channel
    from grader.runtime.wire import Op

    module = ModuleType("__main__")
    module.__dict__.update(__file__=main.co_filename, __builtins__=builtins)
    if sys.version_info < (3, 15):
        module.__dict__["__cached__"] = None
    if sys.version_info < (3, 14):
        module.__dict__["__annotations__"] = {}
    sys.modules["__main__"] = module
    sys.argv = [os.path.basename(script)]
    sys.path.insert(0, os.path.dirname(main.co_filename))
    channel.wait_for_go(0)
    status = 0
    for begin in loading.at_begin:
        begin()
    memory.trace_thread()
    try:
        exec(main, module.__dict__)
    except SystemExit as leaving:
        status = _status_of(leaving)
    except BaseException as problem:
        threads.note_exception(problem)
        _print_uncaught(problem)
        status = 1
    finally:
        sys.settrace(None)
    try:
        threads.shut_down()
        atexit._run_exitfuncs()
        for finish in loading.at_end:
            finish()
        sys.stdout.flush()
    except BaseException as problem:
        threads.note_exception(problem)
        status = 1
    channel.ask(Op.EXIT, argument=status & 0xFF, where=0)
    _leave(status & 0xFF)


def _print_uncaught(problem: BaseException) -> None:
    traceback = problem.__traceback__
    while traceback is not None and traceback.tb_frame.f_code.co_filename == __file__:
        traceback = traceback.tb_next
    sys.excepthook(type(problem), problem.with_traceback(traceback), traceback)


def _status_of(leaving: SystemExit) -> int:
    if leaving.code is None:
        return 0
    if isinstance(leaving.code, int):
        return leaving.code if abs(leaving.code) < 1 << 63 else -1
    sys.stderr.write(f"{leaving.code}\n")
    return 1


def refuse_to_be_read() -> None:
    """Let no process of the same uid look into this one's memory, or write to it."""
    from grader.runtime.kernel.prctl import forbid_dumps

    with contextlib.suppress(OSError):
        forbid_dumps()


def main(announce_fd: int, go_fds: list[int], control: int, mail: int) -> None:
    """Serve the supervisor: one fork per request, until it hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    install_first()
    refuse_to_be_read()
    spec = receive(control)
    folder = os.path.dirname(os.path.join(spec["root"], spec["script"]))
    os.chdir(folder)
    install_all(bool(spec.get("serves")))
    from grader.runtime.guest import courier, randomness
    from grader.runtime.guest.channel import channel

    channel.announce_fd, channel.go_fds = announce_fd, go_fds
    channel.serves = bool(spec.get("serves"))
    courier.install(mail, [announce_fd, control, *go_fds])
    try:
        main_code = loading.load(spec)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as problem:
        send(control, {
            "kind": "syntax", "message": str(getattr(problem, "msg", problem))[:300],
            "line": getattr(problem, "lineno", 0) or 0,
            "text": (getattr(problem, "text", "") or "").strip()[:300],
        })
        return
    send(control, {"kind": "ready", "resources": channel.resources})
    created = list(channel.notes)
    channel.notes.clear()
    gc.collect()
    gc.freeze()
    gc.disable()
    sys.path[:] = [entry for entry in sys.path if entry != spec["runtime"]]
    while True:
        request = receive(control)
        pid = _fork()
        if pid == 0:
            os.close(control)
            try:
                os.setsid()
                os.chdir(folder)  # it may be a new one, if the last program removed it
                signal.signal(signal.SIGINT, signal.default_int_handler)
                randomness.seed(request["seed"])
                channel.notes[:] = created
                channel.index = {_thread.get_ident(): 0}
                channel.nonce = 0
                channel.active = True
                run_program(main_code, spec["script"])
            finally:
                _leave(71)
        send(control, {"kind": "forked", "pid": pid})
        _, status = _waitpid(pid, 0)
        send(control, {"kind": "ended", "status": status})


