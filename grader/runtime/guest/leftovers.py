"""What a program with coroutines leaves undone: calls that were never awaited, tasks that still
wait at the end, exceptions that nobody took from a task.

CPython complains about each on standard error, some of it only while the interpreter goes down,
which a schedule's process never does (its end is an `_exit`). So the complaints are heard where they
are made, and what would be complained of at the very end is looked for among the objects.
"""

from __future__ import annotations

import gc
import sys
import types
import warnings
from typing import Any

from grader.runtime.guest.channel import channel

_MOST = 50


def install() -> None:
    """Listen to the interpreter and to asyncio."""
    library: Any = warnings
    plain = _two_levels_up(library._warn_unawaited_coroutine)

    def _warn_unawaited_coroutine(made: Any) -> None:
        channel.note("unawaited", _name(made), channel.where(2))
        plain(made)

    library._warn_unawaited_coroutine = _warn_unawaited_coroutine
    plain_hook = sys.unraisablehook

    def unraisablehook(facts: Any, /) -> None:
        channel.note("unraisable", *_words(facts.exc_value, facts.exc_type))
        plain_hook(facts)

    sys.unraisablehook = sys.__unraisablehook__ = unraisablehook
    asyncio = sys.modules.get("asyncio")
    if asyncio is not None:
        _listen_to_loops(asyncio.base_events.BaseEventLoop)


def _two_levels_up(plain: Any) -> Any:
    """`plain`, but its warning names the line of the caller's caller, as if we were not there."""
    def warn(*args: Any, stacklevel: int = 1, **options: Any) -> None:
        warnings.warn(*args, stacklevel=stacklevel + 2, **options)  # type: ignore[call-overload]

    if "warn" not in plain.__code__.co_names or plain.__closure__:
        return plain
    return types.FunctionType(plain.__code__, {**plain.__globals__, "warn": warn})


def _listen_to_loops(base: Any) -> None:
    plain = base.call_exception_handler

    def call_exception_handler(self: Any, context: Any) -> None:
        problem = context.get("exception")
        if self._exception_handler is None:
            channel.note("loop_problem", str(context.get("message"))[:200],
                         *_words(problem, type(problem)))
        plain(self, context)

    base.call_exception_handler = call_exception_handler


def tell() -> None:
    """At the program's end: what would be complained of while the interpreter goes down."""
    asyncio = sys.modules.get("asyncio")
    task_type = None if asyncio is None else getattr(asyncio.tasks, "_CTask", asyncio.Task)
    told = 0
    for made in gc.get_objects():
        if told >= _MOST:
            return
        kind = type(made)
        if kind is types.CoroutineType and _is_created(made):
            told += 1
            channel.note("unawaited", _name(made), 0)
        elif task_type is not None and issubclass(kind, task_type):
            told += _tell_task(made)


def _tell_task(task: Any) -> int:
    if not task.done():
        if task._log_destroy_pending:
            channel.note("pending", _name(task.get_coro()))
            return 1
    elif task._log_traceback:
        problem = task._exception
        channel.note("loop_problem", "Task exception was never retrieved",
                     *_words(problem, type(problem)))
        return 1
    return 0


def _is_created(made: Any) -> bool:
    """Has this coroutine never been started?"""
    if made.cr_frame is None or made.cr_running:
        return False
    suspended = getattr(made, "cr_suspended", None)
    return not suspended


def _name(made: Any) -> str:
    name = getattr(made, "__qualname__", "") if type(made) is types.CoroutineType else ""
    return str(name)[:100]


def _words(problem: Any, kind: Any) -> list[str]:
    """Name and text of an exception."""
    name = type.__dict__["__name__"].__get__(kind) if isinstance(kind, type) else ""
    try:
        text = "" if problem is None else str(problem)
    except Exception:
        text = "?"
    return [str(name)[:100], text[:200]]
