"""Standard output and error: each line is one step, by the thread that wrote it.

`print` writes the text and the newline apart, and the operating system may mix lines; the homework
gives no points for that. So text is gathered per thread until its line is complete.
"""

from __future__ import annotations

import io
import os
import sys
import threading
from collections.abc import Callable
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.threads import ident_of
from grader.runtime.wire import Op

_LARGEST = 60_000
_OUR_FRAME = f'  File "{os.path.dirname(__file__)}/'.encode()
_threads_by_ident: dict[int, Any] = threading._active  # type: ignore[attr-defined]
_plain_wrapper = io.TextIOWrapper
_plain_write = os.write
before_line: list[Callable[[], None]] = []
"""called before each line is told"""


class LineSink(io.RawIOBase):
    """The bytes side of a standard stream."""

    def __init__(self, fd: int, name: str) -> None:
        self.name = name
        self.mode = "wb"
        self._fd = fd
        self._partial: dict[int, bytes] = {}
        self._told: dict[int, int] = {}
        self._hiding: set[int] = set()

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._fd

    def isatty(self) -> bool:
        return False

    @property
    def raw(self) -> LineSink:
        """There is no layer below."""
        return self

    def write(self, data: Any) -> int:
        """Take bytes; complete lines are told to the world at once."""
        chunk = bytes(data)
        if self._fd in redirected:
            return int(os.write(self._fd, chunk))
        me = channel.me()
        if not channel.active or me < 0 or me in channel.ended:
            return _plain_write(self._fd, chunk)
        text = self._partial.get(me, b"") + chunk
        cut = text.rfind(b"\n") + 1
        if not cut and len(text) < _LARGEST:
            self._partial[me] = text
            channel.restless = True
            return len(chunk)
        cut = cut or len(text)
        done, told = text[:cut], self._told.pop(me, 0)
        self._partial.pop(me, None)
        self._say(me, done[told:])
        if cut < len(text):
            self._partial[me] = text[cut:]
            channel.restless = True
        return len(chunk)

    def _say(self, me: int, data: bytes) -> None:
        for tell in before_line:
            tell()
        if me in self._hiding or _OUR_FRAME in data:
            data = self._without_our_frames(me, data)
        for first in range(0, len(data), _LARGEST):
            piece = data[first : first + _LARGEST].decode("utf-8", "replace")
            piece = piece.replace(channel.root, "")
            channel.ask(Op.OUTPUT, argument=self._fd, payload=[piece, thread_name(me)],
                        where=channel.where(2))

    def _without_our_frames(self, me: int, data: bytes) -> bytes:
        """A traceback without the look-alikes' own lines, which no plain interpreter has, and which
        would tell where the grader is installed."""
        kept = []
        for line in data.splitlines(keepends=True):
            if line.startswith(_OUR_FRAME):
                self._hiding.add(me)
            elif me not in self._hiding or not line.startswith(b"    "):
                self._hiding.discard(me)
                kept.append(line)
        return b"".join(kept)

    def tell_fragment(self, me: int) -> None:
        """Tell of an unfinished line before the thread does something else."""
        text = self._partial.get(me)
        if text and len(text) > self._told.get(me, 0):
            told = self._told.get(me, 0)
            self._told[me] = len(text)
            channel.note("fragment", self._fd, text[told:].decode("utf-8", "replace"),
                         thread_name(me))


_sinks: dict[int, LineSink] = {}
redirected: set[int] = set()
"""standard streams whose descriptor the program has turned into something else (`os.dup2`)"""


def give_up(fd: int) -> None:
    """This standard stream is a pipe of the program's own from now on."""
    _sinks.pop(fd, None)


def forget() -> None:
    """In a forked child: an unfinished line is its parent's."""
    for sink in _sinks.values():
        sink._partial.clear()
        sink._told.clear()


def thread_name(me: int) -> str:
    """The calling thread's `Thread.name` as it is now, read without leaving a trace."""
    thread = _threads_by_ident.get(ident_of(me))
    return str(getattr(thread, "_name", ""))[:200]


class TextIOWrapper(_plain_wrapper):
    """`io.TextIOWrapper` that passes on at once what goes to one of our sinks."""

    def __init__(self, buffer: Any, *args: Any, **options: Any) -> None:
        if isinstance(buffer, LineSink):
            options["write_through"] = True
            args = args[:4]
        super().__init__(buffer, *args, **options)


def install() -> None:
    """Put the streams in place of the process's own."""
    io.TextIOWrapper = TextIOWrapper  # type: ignore[misc]
    sinks = _sinks
    sinks.update({1: LineSink(1, "<stdout>"), 2: LineSink(2, "<stderr>")})

    def write(fd: int, data: Any, /) -> int:
        if fd in sinks and fd not in redirected and channel.active:
            return sinks[fd].write(data)
        return _plain_write(fd, data)

    os.write = staticmethod(write)  # type: ignore[assignment]
    posix = sys.modules.get("posix")
    if posix is not None:
        posix.write = write  # type: ignore[attr-defined]
    sys.stdout = sys.__stdout__ = TextIOWrapper(sinks[1], encoding="utf-8")
    sys.stderr = sys.__stderr__ = TextIOWrapper(sinks[2], encoding="utf-8", errors="backslashreplace")
    for sink in sinks.values():
        channel.before_ask.append(sink.tell_fragment)
