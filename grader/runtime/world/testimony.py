"""What the student's process may say: an announcement and its notes, checked before the world
hears of them. All of it may be forged; what makes no sense raises ProtocolError.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from typing import Any

from grader.runtime.wire import NETWORK, SEND_LIMIT, Op
from grader.runtime.world.control import ProtocolError
from grader.runtime.world.core import World
from grader.runtime.world.processes import belongs_to
from grader.runtime.world.resources import Pending
from grader.runtime.world.serving import is_selector

NOTES_OF_ONE_SCHEDULE = 16 << 20
"""bytes; an honest program of 20 000 steps tells a tenth of it"""
_DEEPEST, _BRACKETS = 4, 60
_decode = json.JSONDecoder().decode
_SHAPES: dict[str, tuple[type | tuple[type], ...]] = {
    "coroutine": (int, str, str, str, int), "handed": (str, (int,), (int,), str, (str,), bool, int),
    "gives": (int,), "queued": (int, (int,), str, (str,), bool),
    "on": ((int,),), "suspended": (int, int, str), "uncounted": (), "unawaited": (str, int),
    "turn": (int, int), "unraisable": (str, str), "loop_problem": (str, str, str),
    "pending": (str,), "pool": (int,),
}
"""notes about coroutines and pools: what stands in them, (type,) for a list of such"""
_TEXTS = {Op.OUTPUT: 2, Op.UNMODELLED: 1}
"""operations that come with texts, and at least how many"""
_OF_PROCESSES = frozenset({Op.FORKED, Op.KILL, Op.ALARM})


@dataclass
class Told:
    """The notes of one announcement, sorted."""

    notes: list[list[Any]] = field(default_factory=list)
    payload: list[str] | None = None
    natives: list[tuple[int, int]] = field(default_factory=list)
    """(thread, its number in the kernel)"""


def read_notes(body: bytes) -> Told:
    """Take the notes of one announcement apart. Raises ProtocolError."""
    told = Told()
    if not body:
        return told
    try:
        notes = _decode(body.decode())
        if not isinstance(notes, list):
            raise ValueError("no list")
        may_be_deep = b"{" in body or body.count(b"[") > len(notes) + _BRACKETS
        for note in notes:
            if not isinstance(note, list) or not isinstance(note[0], str):
                raise ValueError("a note without a kind")
            if note[0] == "payload":
                told.payload = [str(text) for text in _list(note[1])]
            elif note[0] == "native":
                told.natives.append((int(note[1]), int(note[2])))
            else:
                if may_be_deep:
                    _refuse_deep(note, _DEEPEST)
                if note[0] in _SHAPES:
                    _check_shape(note, _SHAPES[note[0]])
                told.notes.append(note)
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError) as problem:
        raise ProtocolError("notes that make no sense") from problem
    return told


def _check_shape(note: list[Any], shape: tuple[type | tuple[type], ...]) -> None:
    if len(note) != len(shape) + 1:
        raise ValueError("a note of another length")
    for part, kind in zip(note[1:], shape, strict=True):
        if isinstance(kind, tuple):
            is_right = isinstance(part, list) and all(type(p) is kind[0] for p in part)
        else:
            is_right = type(part) is kind
        if not is_right:
            raise ValueError("a note of another shape")


def _list(found: Any) -> list[Any]:
    if not isinstance(found, list):
        raise ValueError("no list")
    return found


def _refuse_deep(note: list[Any], depth: int) -> None:
    for part in note:
        if isinstance(part, dict) or (isinstance(part, list) and not depth):
            raise ValueError("a note that is too deep")
        if isinstance(part, list):
            _refuse_deep(part, depth - 1)


def check(world: World, pending: Pending, payload: list[str] | None) -> None:
    """Could a program of ours have announced this? Raises ProtocolError."""
    known = world.resources
    op, argument = pending.op, pending.argument
    process = world.threads[pending.thread].process
    if pending.resource and (
        pending.resource not in known or not belongs_to(pending.resource, process)
    ):
        raise ProtocolError(f"a resource that does not exist: {pending}")
    if op in (Op.JOIN, Op.ALIVE) and (
        not 0 <= argument < len(world.threads) or world.threads[argument].process != process
    ):
        raise ProtocolError("a thread that does not exist")
    if op in _OF_PROCESSES:
        _check_processes(world, pending, process)
    if op is Op.COND_WAIT and (
        not belongs_to(argument, process) or
        argument not in known or known[pending.resource].kind != "condition"
    ):
        raise ProtocolError("a condition without a lock")
    if pending.wait_ns < -1 or (op in (Op.RELEASE, Op.ALARM) and argument < 0):
        raise ProtocolError("a negative number")
    if op is Op.RESUME and not world.suspended.get(pending.thread):
        raise ProtocolError("a signal that never was")
    if op is Op.GONE and pending.thread == world.family.members[process].main:
        raise ProtocolError("a main thread that is gone before its end")
    if op in NETWORK or op is Op.VISIT:
        _check_network(world, pending, process, payload or [])
    if op in _TEXTS and len(payload or ()) < _TEXTS[op]:
        raise ProtocolError("an operation without its text")


def _check_processes(world: World, pending: Pending, process: int) -> None:
    """What is said of other processes: they must exist, and be the speaker's business."""
    members, argument = world.family.members, pending.argument
    if pending.op is Op.FORKED and (
        argument not in (0, 1) or members[world.threads[pending.thread].bearing].parent != process
        or members[world.threads[pending.thread].bearing].born
    ):
        raise ProtocolError("a birth that never was")
    if pending.op is Op.KILL and not (
        0 <= argument >> 8 < len(members) and argument >> 8 != process
    ):
        raise ProtocolError("a signal for nobody")
    if pending.op is Op.ALARM and process:
        raise ProtocolError("an alarm of a process that has none")


def _check_network(world: World, pending: Pending, process: int, payload: list[str]) -> None:
    """Sockets: there must be a network, the process must have that socket, and what comes with an
    operation must be of its form; it is put into `pending`."""
    op, serving = pending.op, world.serving
    if serving is None or op is Op.VISIT:
        raise ProtocolError("an operation of a network that is none")
    resource = world.resources.get(pending.resource)
    if process not in getattr(resource, "held_by", ()):
        raise ProtocolError("a socket that the process does not have")
    assert resource is not None
    if is_selector(resource) != (op is Op.NET_POLL) and op is not Op.NET_CLOSE:
        raise ProtocolError("no socket, or no selector")
    if op is Op.NET_RECEIVE and pending.argument < 0:
        raise ProtocolError("a negative number")
    try:
        if op is Op.NET_SEND:
            pending.extra = base64.b64decode(payload[0], validate=True)
            if len(pending.extra) > SEND_LIMIT:
                raise ValueError("too much")
        elif op in (Op.NET_BIND, Op.NET_CONNECT):
            host, port = payload
            pending.extra = (str(host)[:100], int(port))
            if not 0 <= pending.extra[1] <= 65535:
                raise ValueError("no port")
        elif op is Op.NET_POLL and payload:
            pending.extra = {
                int(fd): (serving.network.socket_of(int(number), process), int(mask))
                for fd, number, mask in (entry.split(":") for entry in payload)
            }
    except (ValueError, IndexError) as problem:
        raise ProtocolError("an operation of a network that makes no sense") from problem
