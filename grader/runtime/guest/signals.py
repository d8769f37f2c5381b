"""`signal.alarm`, `setitimer` and `pause` in virtual time.

The world fires the alarm; the main thread's operation is broken off, the handler runs in the main
thread as CPython has it, and the operation goes on.
"""

from __future__ import annotations

import os
import signal as real
import sys
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import to_ns
from grader.runtime.wire import Op

_leave = os._exit
_interval = [0]
_awaited = [False]


def _deliver() -> None:
    if _awaited[0]:
        return
    handler = real.getsignal(real.SIGALRM)
    if handler is real.SIG_IGN:
        return
    if callable(handler):
        handler(real.SIGALRM, sys._getframe(1))
        return
    channel.note("killed_by_signal", "SIGALRM")
    channel.ask(Op.EXIT, argument=128 + real.SIGALRM)
    _leave(128 + real.SIGALRM)


def _only_in_main() -> None:
    if channel.process:
        channel.ask(Op.UNMODELLED, payload=["signal.alarm", "in a child process"])


def alarm(seconds: int, /) -> int:
    """`signal.alarm`: whole seconds; returns what was left of the one before."""
    _only_in_main()
    _interval[0] = 0
    left = channel.ask(Op.ALARM, wait_ns=int(seconds) * 1_000_000_000)
    return -(-left // 1_000_000_000)


def setitimer(which: int, seconds: float, interval: float = 0.0, /) -> tuple[float, float]:
    """`signal.setitimer` of the real-time timer."""
    if which != real.ITIMER_REAL:
        channel.ask(Op.UNMODELLED, payload=["signal.setitimer", str(which)])
    _only_in_main()
    before = _interval[0]
    _interval[0] = to_ns(interval)
    left = channel.ask(Op.ALARM, argument=_interval[0], wait_ns=to_ns(seconds))
    return left / 1e9, before / 1e9


def pause() -> None:
    """`signal.pause`: until a signal has been handled."""
    channel.ask(Op.PAUSE, argument=1)


def sigwait(signals: Any, /) -> real.Signals:
    """`signal.sigwait` for SIGALRM: the signal is taken, no handler runs."""
    _awaited[0] = True
    channel.ask(Op.PAUSE, argument=1)
    _awaited[0] = False
    return real.SIGALRM


def sigtimedwait(signals: Any, timeout: float, /) -> None:
    """`signal.sigtimedwait`: None when the time ran out."""
    channel.ask(Op.PAUSE, wait_ns=to_ns(timeout))


def install() -> None:
    """Put the look-alikes into `signal`."""
    channel.on_signal = _deliver
    for function in (alarm, setitimer, pause, sigwait, sigtimedwait):
        if hasattr(real, function.__name__):
            setattr(real, function.__name__, staticmethod(function))
