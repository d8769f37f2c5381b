"""Spawn and forkserver: a child that begins as a fresh interpreter would, made by fork.

A real new interpreter costs 75 to 95 ms and would have to boot the runtime again. What a program
can tell of the difference is undone in a fork instead: the student's modules are forgotten and the
script is imported again as `__mp_main__`; only the descriptors that were handed over stay open;
exit functions, signal handlers, finalizers and the main thread are new. So what works only because
it is inherited (a global queue, a lambda as target) fails here as it does there.

In doubt: state of *library* modules that the parent has changed (its pools, handlers of `logging`,
counters of names) is reset where it is known (`forgetting`), and inherited where it is not (a
monkeypatch).
"""

from __future__ import annotations

import atexit
import io
import os
import sys
import threading
from typing import Any

from grader.runtime.guest import forgetting, memory, refusals, threads
from grader.runtime.guest.channel import channel
from grader.runtime.guest.sharing import codes_of
from grader.runtime.wire import Op

_OURS = 300
"""from here on descriptors are the runtime's own"""
_leave = refusals._really_leave
_TROUBLE = 71


def _launch(self: Any, process_obj: Any) -> None:
    """`Popen._launch` of both start methods."""
    from multiprocessing import context, reduction, spawn, util

    preparation = spawn.get_preparation_data(process_obj._name)
    handed: Any = io.BytesIO()
    context.set_spawning_popen(self)
    try:
        reduction.dump(preparation, handed)
        reduction.dump(process_obj, handed)
    finally:
        context.set_spawning_popen(None)
    parent_r, child_w = os.pipe()
    child_r, parent_w = os.pipe()
    self.pid = os.fork()
    if self.pid == 0:
        handed.seek(0)
        become_fresh(lambda: _run_handed(handed, child_r), {*self._fds, child_r, child_w}, self._fds)
    os.close(child_r)
    os.close(child_w)
    self.sentinel = parent_r
    self.finalizer = util.Finalize(self, util.close_fds, (parent_r, parent_w))


def _run_handed(handed: io.BytesIO, parent_sentinel: int) -> int:
    """What `multiprocessing.spawn._main` does."""
    from multiprocessing import process, spawn
    from multiprocessing.reduction import pickle

    current: Any = process.current_process()
    current._inheriting = True
    try:
        spawn.prepare(pickle.load(handed))  # type: ignore[attr-defined]
        made: Any = pickle.load(handed)  # type: ignore[attr-defined]
    finally:
        del current._inheriting
    return int(made._bootstrap(parent_sentinel))


def become_fresh(run: Any, open_fds: set[int], handed_fds: list[int]) -> None:
    """In a forked child: forget what a new interpreter would not have, then `run`. Never returns."""
    status = 1
    channel.bottom = sys._getframe()
    try:
        _close_others(open_fds)
        forgetting.forget_modules()
        forgetting.forget_library_state(handed_fds)
    except Exception:  # our fault, not the student's
        _leave(_TROUBLE)
    try:
        status = run()
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BaseException as problem:
        threads.note_exception(problem)
        traceback = problem.__traceback__
        while traceback is not None and traceback.tb_frame.f_code.co_filename == __file__:
            traceback = traceback.tb_next
        sys.excepthook(type(problem), problem.with_traceback(traceback), traceback)
    try:
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        sys.stdout.flush()
    except BaseException as problem:
        threads.note_exception(problem)
        status = 1
    channel.ask(Op.EXIT, argument=status & 0xFF, where=0)
    _leave(status & 0xFF)


def _close_others(kept: set[int]) -> None:
    low = 3
    for fd in sorted(fd for fd in kept if 3 <= fd < _OURS):
        os.closerange(low, fd)
        low = fd + 1
    os.closerange(low, _OURS)


def _watch_reimport(runpy: Any) -> None:
    plain = runpy._get_code_from_file

    def _get_code_from_file(*arguments: Any) -> Any:
        found = plain(*arguments)
        code = found[0] if isinstance(found, tuple) else found
        if code.co_filename in channel.files:
            memory.prepare(codes_of(code))
        return found

    runpy._get_code_from_file = _get_code_from_file


def install() -> None:
    """Mend what has been imported of `multiprocessing`."""
    forgetting.install()
    if "multiprocessing.popen_forkserver" not in sys.modules:
        return
    from multiprocessing import popen_fork, popen_forkserver, popen_spawn_posix

    for module in (popen_spawn_posix, popen_forkserver):
        popen: Any = module.Popen
        popen._launch = _launch
        popen.poll = popen_fork.Popen.poll
        popen.wait = popen_fork.Popen.wait
    import runpy

    _watch_reimport(runpy)
