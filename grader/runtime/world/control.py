"""The control line to the zygote: one JSON message after the other, each in bounded time.

The zygote is ours but runs under the student's uid, so the program can kill it, stop it or starve
it. A zygote that does not answer is replaced; it never makes the supervisor wait for ever.
"""

from __future__ import annotations

import json
import os
import select
import struct
from typing import Any

_LENGTH = struct.Struct("<I")
_ANSWER_SECONDS = 40.0
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


def receive_control(control: int, seconds: float = _ANSWER_SECONDS) -> Any:
    """One JSON message of the zygote; raises ProtocolError when it is gone, says nothing for
    `seconds`, or makes no sense."""
    size = _LENGTH.unpack(_exactly(control, _LENGTH.size, seconds))[0]
    if size > _LONGEST:
        raise ProtocolError("a control message that is too long")
    try:
        message = json.loads(_exactly(control, size, seconds))
    except (ValueError, RecursionError) as problem:
        raise ProtocolError("a control message that is no JSON") from problem
    if not isinstance(message, dict):
        raise ProtocolError("a control message that makes no sense")
    return message


def _exactly(fd: int, size: int, seconds: float) -> bytes:
    data = b""
    while len(data) < size:
        if not select.select([fd], [], [], seconds)[0]:
            raise ProtocolError("the program's process does not answer")
        try:
            piece = os.read(fd, size - len(data))
        except OSError as problem:
            raise ProtocolError("the program's process is gone") from problem
        if not piece:
            raise ProtocolError("the program's process is gone")
        data += piece
    return data
