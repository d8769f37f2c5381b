"""`multiprocessing.Process`: named for the evidence, in a steady order, waited for in the world."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from itertools import count
from typing import Any

from grader.runtime.guest import threads
from grader.runtime.guest.channel import channel
from grader.runtime.guest.locks import wait_or_forever
from grader.runtime.guest.processes import await_child, process_of

_numbers = count(1)
_starting: set[int] = set()
"""threads on their way through `start`, which asks about all other children by the way"""


def _describe(process: Any) -> list[Any]:
    target = getattr(process, "_target", None)
    cls = type(process).__qualname__
    function = getattr(target, "__qualname__", "") if target else f"{cls}.run"
    return [str(process._config.get("name") or process._name)[:200], bool(process.daemon),
            cls[:200], str(function)[:200]]


def _start(plain: Callable[..., None]) -> Callable[..., None]:
    @wraps(plain)
    def start(self: Any) -> None:
        said = _describe(self)
        me = channel.me()
        _starting.add(me)
        try:
            plain(self)
        finally:
            _starting.discard(me)
        channel.note("process", process_of(self.pid), *said)

    return start


def _bootstrap(plain: Callable[..., int]) -> Callable[..., int]:
    @wraps(plain)
    def bootstrap(self: Any, parent_sentinel: Any = None) -> int:
        channel.note("process", channel.process, *_describe(self))
        run = self.run

        def told() -> None:
            try:
                run()
            except SystemExit:
                raise
            except BaseException as problem:
                threads.note_exception(problem)
                raise

        self.run = told
        return plain(self, parent_sentinel)

    return bootstrap


def _cleanup(plain: Callable[[], None]) -> Callable[[], None]:
    @wraps(plain)
    def cleanup() -> None:
        if channel.me() not in _starting:
            plain()

    return cleanup


def _hash(self: Any) -> int:
    number = self.__dict__.get("_world_hash")
    if number is None:
        number = self.__dict__["_world_hash"] = next(_numbers)
    return int(number)


def _wait(self: Any, timeout: float | None = None) -> int | None:
    if self.returncode is None:
        try:
            found = await_child(process_of(self.pid), wait_or_forever(timeout), channel.where(2))
        except ChildProcessError:
            return None
        if found is None:
            return None
        self.returncode = os.waitstatus_to_exitcode(found[1])
    return int(self.returncode)


def install() -> None:
    """Mend what has been imported of `multiprocessing`."""
    process: Any = sys.modules.get("multiprocessing.process")
    if process is not None:
        base = process.BaseProcess
        base.start, base._bootstrap = _start(base.start), _bootstrap(base._bootstrap)
        base.__hash__ = _hash
        process._cleanup = _cleanup(process._cleanup)
    forking: Any = sys.modules.get("multiprocessing.popen_fork")
    if forking is not None:
        forking.Popen.wait = _wait
