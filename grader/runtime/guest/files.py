"""File objects on pipes (`os.fdopen`, `open` of a descriptor): they read and write as `os` does."""

from __future__ import annotations

import builtins
import io
from collections.abc import Callable
from typing import Any

from grader.runtime.guest import pipes
from grader.runtime.guest.channel import channel

_plain_open = io.open
open_named: list[Callable[[Any, str], int | None]] = []
"""asked first: is this the name of a pipe, and its descriptor then"""


class PipeFile(io.FileIO):
    """The lowest layer of a file object, on a pipe of the world's."""

    def readinto(self, buffer: Any, /) -> int:
        """Read once into `buffer`."""
        view = memoryview(buffer).cast("B")
        data = pipes.read(self.fileno(), len(view))
        view[: len(data)] = data
        return len(data)

    def read(self, size: int | None = -1, /) -> bytes:
        """Read once, or to the end."""
        if size is None or size < 0:
            return self.readall()
        return pipes.read(self.fileno(), size)

    def readall(self) -> bytes:
        """Read to the end."""
        pieces = []
        while piece := pipes.read(self.fileno(), 1 << 16):
            pieces.append(piece)
        return b"".join(pieces)

    def write(self, data: Any, /) -> int:
        """Write it."""
        return pipes.write(self.fileno(), data)


def open(
    file: Any, mode: str = "r", buffering: int = -1, encoding: str | None = None,
    errors: str | None = None, newline: str | None = None, closefd: bool = True,
    opener: Any = None,
) -> Any:
    """Look-alike of `open`: differs for the descriptor of a pipe, and for a named pipe."""
    for find in open_named if opener is None and channel.active else ():
        found = find(file, mode)
        file = file if found is None else found
    if not isinstance(file, int) or not channel.active or not pipes.number_of(file):
        return _plain_open(file, mode, buffering, encoding, errors, newline, closefd, opener)
    raw = PipeFile(file, mode.replace("b", "").replace("t", ""), closefd)
    if buffering == 0:
        return raw
    size = buffering if buffering > 1 else io.DEFAULT_BUFFER_SIZE
    buffer: Any = io.BufferedWriter(raw, size) if raw.writable() else io.BufferedReader(raw, size)
    if "b" in mode:
        return buffer
    line_buffering = buffering == 1
    text = io.TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
    text.mode = mode
    return text


def install() -> None:
    """Put it in the place of `open`."""
    open.__module__ = "io"
    io.open = open
    builtins.open = open
