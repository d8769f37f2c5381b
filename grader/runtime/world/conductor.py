"""The conductor: pipes around the world. It hears one announcement, lets the world decide, and
gives one go; so exactly one thread of the student's program runs at any time.

Everything that arrives here was written by the student's process and may be forged: structs of
fixed size, JSON under a size limit, a nonce that must be echoed, thread and resource numbers that
must exist. Anything else ends the schedule as "lost", which no verdict of "failed" rests on.

Real time enters in one place only: a process that says nothing for long is looked at (does it use
the processor, does it sleep in a call that the world does not know?) and given up. That ends in
"could not judge".
"""

from __future__ import annotations

import json
import os
import secrets
import select
import signal
import struct
from dataclasses import dataclass, field
from typing import Any

from grader.runtime.wire import ANNOUNCEMENT, GO, NOTES_LIMIT, Op
from grader.runtime.world.core import Grant, Stop, World
from grader.runtime.world.resources import Pending

_LENGTH = struct.Struct("<I")
_SLICE_MS = 500
_ASLEEP_SLICES = 6
_BUSY_SLICES = 240
_RAW_LIMIT = 1 << 16


class ProtocolError(Exception):
    """The student's process said something that makes no sense."""


@dataclass(frozen=True)
class Line:
    """The conductor's ends of all pipes to one zygote."""

    announce: int
    go: list[int]
    go_read: list[int]
    control: int
    raw: int


@dataclass
class Ending:
    """How one schedule ended."""

    stop: Stop
    wait_status: int | None = None
    raw: bytes = b""
    contradictions: list[str] = field(default_factory=list)


def send_control(control: int, message: Any) -> None:
    """One JSON message to the zygote."""
    body = json.dumps(message).encode()
    data = _LENGTH.pack(len(body)) + body
    while data:
        data = data[os.write(control, data) :]


def receive_control(control: int, limit: int = 1 << 16) -> Any:
    """One JSON message from the zygote; raises ProtocolError when it is gone or makes no sense."""
    size = _LENGTH.unpack(_exactly(control, _LENGTH.size))[0]
    if size > limit:
        raise ProtocolError("a control message that is too long")
    try:
        return json.loads(_exactly(control, size))
    except ValueError as problem:
        raise ProtocolError("a control message that is no JSON") from problem


def _exactly(fd: int, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = os.read(fd, size - len(data))
        if not piece:
            raise ProtocolError("the program's process is gone")
        data += piece
    return data


class Conductor:
    """Runs one schedule after another on one zygote."""

    def __init__(self, line: Line, threads_of: Any) -> None:
        self._line = line
        self._threads_of = threads_of
        self._poll = select.poll()
        for fd in (line.announce, line.control, line.raw):
            self._poll.register(fd, select.POLLIN)
        self._raw = bytearray()
        self._pid = 0
        self._dirty = False
        self._told: set[int] = set()
        self._ended_early: int | None = None

    def run(self, world: World, seed: int) -> Ending:
        """Let the zygote fork a child, and conduct it under `world` until the schedule is over."""
        self._raw.clear()
        self._told.clear()
        self._ended_early = None
        if self._dirty:
            self._drain()
            self._dirty = False
        send_control(self._line.control, {"kind": "run", "seed": seed})
        forked = receive_control(self._line.control)
        if forked.get("kind") != "forked" or not isinstance(forked.get("pid"), int):
            raise ProtocolError("the zygote did not fork")
        self._pid = forked["pid"]
        contradictions: list[str] = []
        try:
            stop = self._conduct(world, contradictions)
        except ProtocolError as problem:
            stop = Stop("lost", str(problem))
        status = self._end(stop)
        return Ending(stop, status, bytes(self._raw), contradictions)

    def _conduct(self, world: World, contradictions: list[str]) -> Stop:
        while True:
            outcome = world.decide()
            if isinstance(outcome, Stop):
                if outcome.reason == "exit":
                    self._compare_threads(world, contradictions)
                    self._go(world, Grant(world.current, 1))
                return outcome
            self._go(world, outcome)
            heard = self._hear(world, outcome.thread)
            if heard is not None:
                return heard
            if world.threads[outcome.thread].finished and outcome.thread:
                self._compare_threads(world, contradictions)

    def _go(self, world: World, grant: Grant) -> None:
        self._nonce = secrets.randbits(64)
        os.write(self._line.go[grant.thread], GO.pack(world.clock, grant.result, self._nonce))

    def _hear(self, world: World, thread: int) -> Stop | None:
        """Take the next announcement of `thread`, which has the go."""
        asleep = busy = 0
        ticks = -1
        while True:
            ready = {fd for fd, _ in self._poll.poll(_SLICE_MS)}
            if self._line.raw in ready:
                self._take_raw()
                if len(self._raw) >= _RAW_LIMIT:
                    return Stop("output")
            if self._line.announce in ready:
                self._take(world, thread)
                return None
            if self._line.control in ready:
                message = receive_control(self._line.control)
                self._ended_early = int(message.get("status", 0))
                return Stop("died", status=self._ended_early)
            if ready:
                continue
            seen = self._threads_of.ticks(self._pid)
            if seen is None or seen == ticks:
                asleep += 1
            else:
                busy += 1
                asleep = 0
            ticks = -1 if seen is None else seen
            if asleep >= _ASLEEP_SLICES:
                return Stop("blocked", "a call that the world does not know")
            if busy >= _BUSY_SLICES:
                return Stop("no_answer", "the program did not reach its next step")

    def _take(self, world: World, thread: int) -> None:
        data = os.read(self._line.announce, 1 << 16)
        while len(data) < ANNOUNCEMENT.size:
            data += self._more()
        size, code, _, speaker, resource, argument, wait_ns, where, nonce = ANNOUNCEMENT.unpack(
            data[: ANNOUNCEMENT.size]
        )
        if size > NOTES_LIMIT:
            raise ProtocolError("an announcement that is too long")
        while len(data) < ANNOUNCEMENT.size + size:
            data += self._more()
        if speaker != thread or nonce != self._nonce or len(data) != ANNOUNCEMENT.size + size:
            raise ProtocolError("a thread spoke out of turn")
        payload = self._notes(world, thread, data[ANNOUNCEMENT.size :])
        try:
            op = Op(code)
        except ValueError as problem:
            raise ProtocolError("an operation that does not exist") from problem
        pending = Pending(op, thread, resource, argument, wait_ns, None, where)
        self._check(world, pending)
        if op is Op.OUTPUT and isinstance(payload, list) and payload:
            world.output_bytes += len(str(payload[0]))
        world.announce(pending, payload)

    def _more(self) -> bytes:
        if not self._poll_announce():
            raise ProtocolError("an announcement that stops in the middle")
        return os.read(self._line.announce, 1 << 16)

    def _poll_announce(self) -> bool:
        ready, _, _ = select.select([self._line.announce], [], [], 10)
        return bool(ready)

    def _notes(self, world: World, thread: int, body: bytes) -> Any:
        if not body:
            return None
        payload = None
        try:
            for note in json.loads(body):
                if note[0] == "payload":
                    payload = note[1]
                elif note[0] == "native":
                    self._told.add(int(note[2]))
                else:
                    world.note(thread, note)
        except (ValueError, TypeError, IndexError, KeyError) as problem:
            raise ProtocolError("notes that make no sense") from problem
        return payload

    def _check(self, world: World, pending: Pending) -> None:
        known = world.resources
        if pending.resource and pending.resource not in known:
            raise ProtocolError(f"a resource that does not exist: {pending}")
        if pending.op in (Op.JOIN, Op.ALIVE) and not 0 <= pending.argument < len(world.threads):
            raise ProtocolError("a thread that does not exist")
        if pending.op is Op.COND_WAIT and (
            pending.argument not in known or known[pending.resource].kind != "condition"
        ):
            raise ProtocolError("a condition without a lock")
        if pending.wait_ns < -1:
            raise ProtocolError("a negative time")
        if pending.op is Op.RESUME and not world.suspended.get(pending.thread):
            raise ProtocolError("a signal that never was")

    def _compare_threads(self, world: World, contradictions: list[str]) -> None:
        """The kernel's threads against those that the program told of."""
        tids = self._threads_of.tids(self._pid)
        if tids is None:
            return
        unknown = tids - self._told - {self._pid}
        silent = sum(
            1 for t in world.threads[1:]
            if t.pending is not None and t.pending.op is Op.BEGIN and not t.ended
        )
        if len(unknown) > silent and not contradictions:
            contradictions.append(f"{len(unknown) - silent} threads that nobody announced")

    def _take_raw(self) -> None:
        try:
            self._raw += os.read(self._line.raw, 1 << 16)
        except BlockingIOError:
            return

    def _end(self, stop: Stop) -> int | None:
        """See the child dead; return its wait status."""
        if self._ended_early is not None:
            self._dirty = True
            return self._ended_early
        if stop.reason != "exit":
            self._dirty = True
            self._kill()
        waited = select.select([self._line.control], [], [], 5)[0]
        if not waited:
            self._kill()
        message = receive_control(self._line.control)
        while select.select([self._line.raw], [], [], 0)[0] and len(self._raw) < _RAW_LIMIT:
            self._take_raw()
        return int(message.get("status", 0))

    def _kill(self) -> None:
        for target in (lambda: os.killpg(self._pid, signal.SIGKILL),
                       lambda: os.kill(self._pid, signal.SIGKILL)):
            try:
                target()
            except (ProcessLookupError, PermissionError):
                continue

    def _drain(self) -> None:
        """Empty what a killed child may have left in the pipes."""
        for fd in (self._line.announce, *self._line.go_read):
            while select.select([fd], [], [], 0)[0]:
                if not os.read(fd, 1 << 16):
                    break
