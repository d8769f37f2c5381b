"""Time as the student's program sees it: every clock shows the world's virtual time.

Each read moves the clock by one nanosecond (a clock that stands still hangs loops that wait for
`deadline - monotonic() < 0`), and after many reads in a row the world is asked, so that a program
that waits by reading a clock is noticed. The day is fixed: the same program prints the same dates.
"""

from __future__ import annotations

import sys
import time as real
from collections.abc import Callable
from math import isnan, ldexp
from operator import index
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.wire import Op

START_UNIX_NS = 1_772_413_200_000_000_000
"""2026-03-02 09:00:00 in the course's time zone (UTC+8): when every program starts"""
START_MONOTONIC_NS = 1_000_000_000_000
_READS = 16
_MOST_NS = 9_200_000_000_000_000_000
_FLOAT_TOO_LARGE = "timestamp out of range for " + (
    "C PyTime_t" if sys.version_info >= (3, 14) else "platform time_t"
)
_INT_TOO_LARGE = _FLOAT_TOO_LARGE
if sys.version_info < (3, 14):
    _INT_TOO_LARGE = "timestamp too large to convert to C " + (
        "PyTime_t" if sys.version_info >= (3, 13) else "_PyTime_t"
    )

_reads = [0]
_reader = [-1]


def now_ns(kind: str) -> int:
    """Virtual nanoseconds since the start of the program; the read is put down as evidence."""
    if not channel.active:
        return 0
    me = channel.me()
    if me != _reader[0]:
        _reader[0], _reads[0] = me, 0
    _reads[0] += 1
    if _reads[0] >= _READS:
        _reads[0] = 0
        channel.ask(Op.CLOCK, argument=_READS, where=channel.where(3))
        _reader[0] = me
    channel.restless = True
    channel.ticks += 1
    now = channel.clock + channel.ticks
    channel.note("clock", kind, now)
    return now


def _forget(me: int) -> None:
    _reads[0] = 0


def unix_ns() -> int:
    """Nanoseconds since 1970 by the virtual wall clock."""
    return START_UNIX_NS + now_ns("wall")


def monotonic_ns() -> int:
    """Nanoseconds of the virtual monotonic clock."""
    return START_MONOTONIC_NS + now_ns("monotonic")


def cpu_ns() -> int:
    """Virtual processor time: next to nothing, since only waiting takes time."""
    channel.ticks += 1
    return channel.ticks


def sleep(seconds: float, /) -> None:
    """`time.sleep` in virtual time."""
    wait_ns = to_ns(seconds)
    if wait_ns < 0:
        raise ValueError("sleep length must be non-negative")
    caller = sys._getframe(1)
    name = caller.f_code.co_filename
    made = name.startswith("<") and not name.startswith("<frozen")  # by exec, eval or compile
    direct = made or name in channel.files
    handed = caller.f_globals.get("__name__") in ("threading", "concurrent.futures.thread")
    channel.note("sleep_call", "direct" if direct else "handed" if handed else "library")
    if not channel.active:
        return
    channel.ask(Op.SLEEP, wait_ns=wait_ns, where=channel.where(2))


def to_ns(seconds: Any) -> int:
    """Seconds to nanoseconds as CPython rounds time-outs (up). Raises TypeError for no number."""
    if not isinstance(seconds, float):
        if hasattr(type(seconds), "__index__"):
            whole_ns = index(seconds) * 1_000_000_000
            if not -_MOST_NS <= whole_ns <= _MOST_NS:
                raise OverflowError(_INT_TOO_LARGE)
            return whole_ns
        seconds = _real_number(seconds)
    value = float(seconds)
    if isnan(value):
        raise ValueError("Invalid value NaN (not a number)")
    if abs(value) * 1e9 > _MOST_NS:
        raise OverflowError(_FLOAT_TOO_LARGE)
    exact = value * 1_000_000_000
    whole = int(exact)
    return whole + (1 if exact > whole else 0)


def _real_number(value: Any) -> float:
    """What is neither int nor float: refused until 3.14; from 3.15 on all that has `__float__`."""
    if sys.version_info >= (3, 15):
        return ldexp(value, 0)  # which also complains about what is no number as CPython does
    if sys.version_info < (3, 14):
        return index(value)  # which complains about what is no whole number as CPython does
    kind = type(value)
    module = "" if kind.__module__ in ("builtins", "__main__") else kind.__module__ + "."
    raise TypeError(
        f"'{module}{kind.__qualname__}' object cannot be interpreted as an integer or float"
    )


def like_builtin(module: Any, name: str, function: Callable[..., Any]) -> None:
    """Put a function in place of a built-in one. A class that keeps a built-in as an attribute
    (`logging.Formatter.converter`) does not bind it as a method, and must not bind ours."""
    if hasattr(module, name):
        setattr(module, name, staticmethod(function))


def install() -> None:
    """Put the virtual clock into the `time` module."""
    clocks: dict[int, Callable[[], int]] = {
        getattr(real, name): read
        for name, read in (
            ("CLOCK_REALTIME", unix_ns), ("CLOCK_MONOTONIC", monotonic_ns),
            ("CLOCK_MONOTONIC_RAW", monotonic_ns), ("CLOCK_BOOTTIME", monotonic_ns),
            ("CLOCK_TAI", unix_ns), ("CLOCK_PROCESS_CPUTIME_ID", cpu_ns),
            ("CLOCK_THREAD_CPUTIME_ID", cpu_ns),
        )
        if hasattr(real, name)
    }
    real_localtime, real_gmtime = real.localtime, real.gmtime
    real_ctime, real_asctime, real_strftime = real.ctime, real.asctime, real.strftime

    def clock_gettime_ns(clock: int, /) -> int:
        read = clocks.get(clock)
        if read is None:
            raise OSError(22, "Invalid argument")
        return read()

    def given(seconds: float | None) -> float:
        return unix_ns() / 1e9 if seconds is None else seconds

    def localtime(seconds: float | None = None, /) -> real.struct_time:
        return real_localtime(given(seconds))

    def gmtime(seconds: float | None = None, /) -> real.struct_time:
        return real_gmtime(given(seconds))

    def ctime(seconds: float | None = None, /) -> str:
        return real_ctime(given(seconds))

    def asctime(fields: Any = None, /) -> str:
        return real_asctime(localtime() if fields is None else fields)

    def strftime(form: str, fields: Any = None, /) -> str:
        return real_strftime(form, localtime() if fields is None else fields)

    for function in (localtime, gmtime, ctime, asctime, strftime, clock_gettime_ns, sleep):
        like_builtin(real, function.__name__, function)
    like_builtin(real, "clock_gettime", lambda clock, /: clock_gettime_ns(clock) / 1e9)
    for names, read in (
        ("time", unix_ns), ("monotonic perf_counter", monotonic_ns),
        ("process_time thread_time", cpu_ns),
    ):
        for name in names.split():
            like_builtin(real, name + "_ns", read)
            like_builtin(real, name, lambda read=read: read() / 1e9)
    # The C datetime and zoneinfo read the system's clock; their Python twins read `time`.
    sys.modules["_datetime"] = None  # type: ignore[assignment]
    sys.modules["_zoneinfo"] = None  # type: ignore[assignment]
    channel.before_ask.append(_forget)
