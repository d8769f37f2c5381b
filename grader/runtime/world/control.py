"""The control line to the zygote: one JSON message after the other, each in bounded time.

The zygote is ours but runs under the student's uid, so the program can kill it, stop it or starve
it. A zygote that does not answer is replaced; it never makes the supervisor wait for ever, and not
even for long where it was stopped.
"""

from __future__ import annotations

import json
import os
import select
import struct
import time
from typing import Any

from grader.runtime.kernel.proc import read_task

_LENGTH = struct.Struct("<I")
_ANSWER_SECONDS = 40.0
_SLICE_SECONDS = 1.0
_LONGEST = 1 << 16


class ProtocolError(Exception):
    """The student's process said something that makes no sense."""


def send_control(control: int, message: Any) -> None:
    """One JSON message to the zygote; raises ProtocolError when it is gone."""
    body = json.dumps(message).encode()
    data = _LENGTH.pack(len(body)) + body
    try:
        while data:
            data = data[os.write(control, data) :]
    except OSError as problem:
        raise ProtocolError("the program's process is gone") from problem


def has_word(control: int, zygote: int, seconds: float = _ANSWER_SECONDS) -> bool:
    """Does process `zygote` say something within `seconds`? Raises ProtocolError when it stands
    still: nobody but the program can have stopped it, and it will not go on."""
    deadline = time.monotonic() + seconds
    while not select.select([control], [], [], _SLICE_SECONDS)[0]:
        task = read_task(zygote)
        if task is not None and task.state == "T":
            raise ProtocolError("the program's process was stopped")
        if time.monotonic() >= deadline:
            return False
    return True


def receive_control(control: int, zygote: int, seconds: float = _ANSWER_SECONDS) -> Any:
    """One JSON message of the zygote; raises ProtocolError when it is gone, says nothing for
    `seconds`, or makes no sense."""
    size = _LENGTH.unpack(_exactly(control, zygote, _LENGTH.size, seconds))[0]
    if size > _LONGEST:
        raise ProtocolError("a control message that is too long")
    try:
        message = json.loads(_exactly(control, zygote, size, seconds))
    except (ValueError, RecursionError) as problem:
        raise ProtocolError("a control message that is no JSON") from problem
    if not isinstance(message, dict):
        raise ProtocolError("a control message that makes no sense")
    return message


def _exactly(fd: int, zygote: int, size: int, seconds: float) -> bytes:
    data = b""
    while len(data) < size:
        if not has_word(fd, zygote, seconds):
            raise ProtocolError("the program's process does not answer")
        try:
            piece = os.read(fd, size - len(data))
        except OSError as problem:
            raise ProtocolError("the program's process is gone") from problem
        if not piece:
            raise ProtocolError("the program's process is gone")
        data += piece
    return data
