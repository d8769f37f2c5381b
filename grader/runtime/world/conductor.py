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

import contextlib
import os
import secrets
import select
import signal
import struct
from dataclasses import dataclass, field
from random import Random
from typing import Any

from grader.runtime.wire import ANNOUNCEMENT, BODY, GO, HAS_MAIL, NETWORK, NOTES_LIMIT, Op
from grader.runtime.world import testimony
from grader.runtime.world.control import ProtocolError, has_word, receive_control, send_control
from grader.runtime.world.core import World
from grader.runtime.world.kin import Kin, effect_of
from grader.runtime.world.resources import Pending
from grader.runtime.world.terms import Grant, Stop
from grader.runtime.world.visitors import ScriptError
from grader.runtime.world.witness import Witness

_OPS = {op.value: op for op in Op}
_SLICE_MS = 500
_ASLEEP_SLICES = 6
_BUSY_SLICES = 240
_BUSY_TICKS = 1500
"""processor time (in 1/100 s) that one step may take: the same on an idle machine and a busy one"""
_END_SECONDS = 40
_RAW_LIMIT = 1 << 16
_PIPE_READS = 64
_GUEST_TROUBLE = (70, 71, 72)
"""exit codes with which our own part of the student's process gives up"""
_NONSENSE = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError,
             RecursionError, struct.error)


_PIPE_BYTES = 4096
"""what a pipe that is empty takes without waiting, whatever its size"""


class HostGone(Exception):
    """Nobody waits for the evidence any more."""


@dataclass(frozen=True)
class Line:
    """The conductor's ends of all pipes to one zygote."""

    announce: int
    go: list[int]
    go_read: list[int]
    control: int
    raw: int
    zygote: int
    host: int
    mail: int


@dataclass
class Ending:
    """How one schedule ended."""

    stop: Stop
    wait_status: int | None = None
    raw: bytes = b""
    contradictions: list[str] = field(default_factory=list)


class Conductor:
    """Runs one schedule after another on one zygote."""

    def __init__(self, line: Line, kernel: Any, alone: bool) -> None:
        """`kernel` asks the system about the process; `alone`: nobody else starts any here."""
        self._line = line
        self._kernel = kernel
        self._witness = Witness(kernel, alone)
        self._chance = Random(secrets.randbits(256))
        self._poll = select.poll()
        for fd in (line.announce, line.control, line.raw):
            self._poll.register(fd, select.POLLIN)
        self._poll.register(line.host, 0)  # tells only that the other end is gone
        self._kin = Kin(line.mail)
        self._kin.kill_main = self._kill_main
        self._raw = bytearray()
        self._pid = 0
        self._dirty = False
        self._notes_bytes = 0
        self._ended_early: int | None = None

    def run(self, world: World, seed: int) -> Ending:
        """Let the zygote fork a child, and conduct it under `world` until the schedule is over.
        Raises ProtocolError when the zygote itself is lost."""
        self._notes_bytes = 0
        self._ended_early = None
        world.outside = self._kin
        if self._dirty:
            self._drain()
            self._dirty = False
        self._take_raw()
        self._raw.clear()
        send_control(self._line.control, {"kind": "run", "seed": seed})
        forked = receive_control(self._line.control, self._line.zygote)
        if forked.get("kind") != "forked" or not isinstance(forked.get("pid"), int):
            raise ProtocolError("the zygote did not fork")
        self._pid = forked["pid"]
        self._witness.begin(self._pid)
        try:
            stop = self._conduct(world)
        except ProtocolError as problem:
            stop = Stop("lost", str(problem))
        except ScriptError as problem:
            stop = Stop("lost", f"the scenario's own script went wrong: {problem}")
        except _NONSENSE as problem:  # a lie that no check knows by name has reached the world
            stop = Stop("lost", f"what the program told makes no sense: {type(problem).__name__}")
        stop, status = self._end(stop)
        if self._kin.end_all():
            self._dirty = True
        strays = self._kernel.end_strays(self._line.zygote)
        self._dirty = self._dirty or bool(strays)
        self._witness.end(stop, status, bytes(self._raw), strays)
        return Ending(stop, status, bytes(self._raw), self._witness.contradictions)

    def _conduct(self, world: World) -> Stop:
        while True:
            outcome = world.decide()
            if isinstance(outcome, Stop):
                if outcome.reason == "served":
                    self._look_at_all(world)
                if outcome.reason == "exit":
                    self._witness.count_births(world)
                    if world.departed is None:
                        self._witness.look(world)
                        self._go(world, Grant(world.current, 1))
                return outcome
            self._go(world, outcome)
            if outcome.leaves:
                heard = self._see_off(world, outcome.thread)
            elif self._kin.members and world.threads[outcome.thread].process:
                heard = self._hear_kin(world, outcome.thread)
            else:
                heard = self._hear(world, outcome.thread)
            if heard is not None:
                return heard

    def _look_at_all(self, world: World) -> None:
        """A server is about to be ended: what does the kernel say of it?"""
        self._witness.count_births(world)
        for number in [0, *self._kin.members]:
            if world.family.members[number].lives:
                pid = self._kin.members[number].pid if number else self._pid
                self._witness.look(world, number, pid)

    def _go(self, world: World, grant: Grant) -> None:
        self._nonce = self._chance.getrandbits(64)
        if self._kin.parked:
            self._kin.unpark(grant.thread)
        slot = grant.thread if world.serving is None else world.threads[grant.thread].slot
        go = self._line.go[slot] if slot < len(self._line.go) else -1
        if self._kin.members and world.threads[grant.thread].process:
            if grant.thread not in self._kin.go:
                self._kin.collect(world, self._pid)
            if grant.thread not in self._kin.go:
                raise ProtocolError("a thread that cannot be told to go on")
            go = self._kin.go[grant.thread]
        data = GO.pack(world.clock, grant.result, self._nonce)
        if grant.body is None:
            os.write(go, data)
        else:
            _write_all(go, data + BODY.pack(len(grant.body)) + grant.body)

    def _see_off(self, world: World, thread: int) -> Stop | None:
        """A process other than the last one ends: await its death before anything else happens,
        so that it comes at the same place in every replay."""
        number = world.threads[thread].process
        self._witness.look(world, number, self._kin.members[number].pid if number else self._pid)
        if number:
            world.process_ended(number, self._kin.see_off(number))
            return None
        if not has_word(self._line.control, self._line.zygote):
            return Stop("no_answer", "the program said that it ends, and did not")
        stop = self._died()
        world.process_ended(0, stop.status)
        return stop if stop.reason == "lost" else None

    def _hear_kin(self, world: World, thread: int) -> Stop | None:
        """Take the next announcement of `thread`, of a process that the program has started."""
        number = world.threads[thread].process
        member = self._kin.members[number]
        asleep = awake = 0
        before = first = None
        while True:
            ready = {fd for fd, _ in member.poll.poll(_SLICE_MS)}
            if member.announce in ready and self._take(world, thread, member.announce):
                return None
            if member.pidfd in ready:  # it had the go, so it can only have died of its own step
                status = self._kin.see_off(number)
                if os.WIFEXITED(status) and os.WEXITSTATUS(status) in _GUEST_TROUBLE:
                    return Stop("lost", "the program broke its connection to the grader")
                world.process_ended(number, status)
                return None
            watched = (self._line.raw, self._line.control, self._line.host)
            others = {fd for fd, _ in self._poll.poll(0)} & set(watched)
            if self._line.raw in others:
                self._take_raw()
                if len(self._raw) >= _RAW_LIMIT:
                    return Stop("output")
            if self._line.control in others and world.departed is None:
                return self._died()
            if self._line.host in others:
                raise HostGone
            seen = self._kernel.activity(member.pid)
            if before is not None:
                asleep = asleep + 1 if not seen.is_awake and seen.ticks == before.ticks else 0
                awake += not asleep
            before, first = seen, first or seen
            if asleep >= _ASLEEP_SLICES:
                return Stop("blocked", "a call that the world does not know")
            if awake >= _BUSY_SLICES or before.ticks - first.ticks >= _BUSY_TICKS:
                return Stop("no_answer", "the program did not reach its next step")

    def _kill_main(self, number: int) -> int:
        """A process of the program kills the main one."""
        answer = effect_of(self._pid, number)
        if answer:
            return answer
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, number)
        if not has_word(self._line.control, self._line.zygote):
            raise ProtocolError("a process that was killed, and did not die")
        return self._died().status

    def _hear(self, world: World, thread: int) -> Stop | None:
        """Take the next announcement of `thread`, which has the go."""
        found = self._poll.poll(_SLICE_MS)
        if len(found) == 1 and found[0][0] == self._line.announce:  # as nearly always
            self._take_from_main(world, thread)
            return None
        return self._wait_for_word(world, thread, {fd for fd, _ in found})

    def _wait_for_word(self, world: World, thread: int, ready: set[int]) -> Stop | None:
        """The long way: something else happened, or nothing did for a while."""
        asleep = awake = 0
        before = self._kernel.activity(self._pid)
        first = before.ticks
        while True:
            if self._line.raw in ready:
                self._take_raw()
                if len(self._raw) >= _RAW_LIMIT:
                    return Stop("output")
            if self._line.announce in ready:
                self._take_from_main(world, thread)
                return None
            if self._line.control in ready:
                return self._died()
            if self._line.host in ready:
                raise HostGone
            if not ready:
                seen = self._kernel.activity(self._pid)
                asleep = asleep + 1 if not seen.is_awake and seen.ticks == before.ticks else 0
                awake += not asleep
                before = seen
            if asleep >= _ASLEEP_SLICES:
                return Stop("blocked", "a call that the world does not know")
            if awake >= _BUSY_SLICES or before.ticks - first >= _BUSY_TICKS:
                return Stop("no_answer", "the program did not reach its next step")
            ready = {fd for fd, _ in self._poll.poll(_SLICE_MS)}

    def _died(self) -> Stop:
        message = receive_control(self._line.control, self._line.zygote)
        self._ended_early = status = int(message.get("status", 0))
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) in _GUEST_TROUBLE:
            return Stop("lost", "the program broke its connection to the grader")
        return Stop("died", status=status)

    def _take_from_main(self, world: World, thread: int) -> None:
        """The zygote holds this pipe too, so where it has ended nobody is left to ask how. That is
        no answer of the program's, and the world must not decide as if it were one."""
        if not self._take(world, thread, self._line.announce):
            raise ProtocolError("the zygote is gone")

    def _take(self, world: World, thread: int, announce: int) -> bool:
        """Take one announcement; False when the pipe it should come from has ended."""
        data = os.read(announce, 1 << 16)
        if not data:
            return False
        while len(data) < ANNOUNCEMENT.size:
            data += self._more(announce)
        size, code, flags, speaker, resource, argument, wait_ns, where, nonce = ANNOUNCEMENT.unpack(
            data[: ANNOUNCEMENT.size]
        )
        if size > NOTES_LIMIT:
            raise ProtocolError("an announcement that is too long")
        while len(data) < ANNOUNCEMENT.size + size:
            data += self._more(announce)
        if speaker != thread or nonce != self._nonce or len(data) != ANNOUNCEMENT.size + size:
            raise ProtocolError("a thread spoke out of turn")
        is_gone = code == Op.GONE
        notes = data[ANNOUNCEMENT.size :]
        payload = self._take_notes(world, thread, notes, is_gone) if size else None
        op = _OPS.get(code)
        if op is None:
            raise ProtocolError("an operation that does not exist")
        pending = Pending(op, thread, resource, argument, wait_ns, None, where)
        testimony.check(world, pending, payload)
        if op in NETWORK:
            payload = None  # it stands in `pending` now
        if flags & HAS_MAIL:
            self._kin.collect(world, self._pid)
        if op is Op.FORKED and argument:
            self._kin.await_birth(world, world.threads[thread].bearing, self._pid)
        elif op is Op.AWAIT and not self._kin.has_parked(thread):
            raise ProtocolError("a wait for nothing")
        if op is Op.OUTPUT and payload:
            world.output_bytes += len(payload[0])
        world.announce(pending, payload)
        return True

    def _more(self, announce: int) -> bytes:
        piece = b""
        if select.select([announce], [], [], _END_SECONDS)[0]:
            piece = os.read(announce, 1 << 16)
        if not piece:
            raise ProtocolError("an announcement that stops in the middle")
        return piece

    def _take_notes(
        self, world: World, thread: int, body: bytes, is_gone: bool
    ) -> list[str] | None:
        self._notes_bytes += len(body)
        if self._notes_bytes > testimony.NOTES_OF_ONE_SCHEDULE:
            raise ProtocolError("more notes than a program can need")
        told = testimony.read_notes(body)
        for native, tid in told.natives:
            self._witness.hear(self._pid_of(world, thread), native, tid, is_gone)
        for note in told.notes:
            world.note(thread, note)
        return told.payload

    def _pid_of(self, world: World, thread: int) -> int:
        number = world.threads[thread].process
        return self._kin.members[number].pid if number else self._pid

    def _take_raw(self) -> None:
        try:
            self._raw += os.read(self._line.raw, 1 << 16)
        except BlockingIOError:
            return

    def _end(self, stop: Stop) -> tuple[Stop, int]:
        """See the child dead; return how it ended after all, and its wait status."""
        if self._ended_early is not None:
            self._dirty = True
            return stop, self._ended_early
        if stop.reason != "exit":
            self._dirty = True
            self._kill()
        elif not has_word(self._line.control, self._line.zygote):
            stop = Stop("no_answer", "the program said that it ends, and did not")
            self._dirty = True
            self._kill()
        message = receive_control(self._line.control, self._line.zygote)
        while select.select([self._line.raw], [], [], 0)[0] and len(self._raw) < _RAW_LIMIT:
            self._take_raw()
        return stop, int(message.get("status", 0))

    def _kill(self) -> None:
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                kill(self._pid, signal.SIGKILL)

    def close(self) -> None:
        """The zygote is gone for good."""
        self._kin.close()

    def _drain(self) -> None:
        """Empty what a killed child may have left in the pipes."""
        for fd in (self._line.announce, *self._line.go_read):
            for _ in range(_PIPE_READS):
                if not select.select([fd], [], [], 0)[0] or not os.read(fd, 1 << 16):
                    break
            else:
                raise ProtocolError("somebody goes on writing")


def _write_all(fd: int, data: bytes) -> None:
    """Write what may be more than a pipe takes; its reader may have gone to sleep for good. Raises
    ProtocolError."""
    is_long = len(data) > _PIPE_BYTES
    while data:
        if is_long and not select.select([], [fd], [], _END_SECONDS)[1]:
            raise ProtocolError("an answer that nobody reads")
        data = data[os.write(fd, data[:_PIPE_BYTES]) :]
