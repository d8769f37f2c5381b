"""The scenario's clients as threads of the world: each ask of a script is one or more steps (`VISIT`)
with a deadline, which the strategies order among the server's own.

A client needs no process and no pipe: its script is ours and runs here. What it asked for and what
came of it stand in the log as notes of its thread, so that the host can read what it lived through.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, get_args

from grader.runtime.wire import CLIENTS_FIRST, MADE_BY_WORLD, Op
from grader.runtime.world.clients import Answer, Ask, Kind, Net, Outcome, Part, Script
from grader.runtime.world.network import Network
from grader.runtime.world.resources import Pending, Resource
from grader.runtime.world.sockets import Socket

SECOND_NS = 1_000_000_000
CUT = -1
"""a deviation (thread, operation, CUT - n): in that operation only n bytes passed"""
TRAFFIC_LIMIT = 16 << 20
"""bytes that all clients of one schedule may get"""
KINDS = get_args(Kind)
_SENDS = ("send", "send_some")
_LEAVES = ("shutdown", "close", "reset")
_CLIENTS = MADE_BY_WORLD | 1 << 19
"""numbers of clients as resources"""
_BROKEN: Outcome = "reset"


class ScriptError(Exception):
    """A script of ours went wrong: nothing can be said about the server."""


class Cutter(Protocol):
    """Decides whether bytes pass at once or in pieces."""

    def cut(self, thread: int, operation: int, most: int) -> int:
        """How many of `most` bytes pass in a thread's `operation`-th operation; at least one."""


class Whole:
    """Nothing is cut."""

    def cut(self, thread: int, operation: int, most: int) -> int:
        return most


@dataclass(slots=True, eq=False)
class Visitor:
    """One client. As a resource it says whether its own next step could be done."""

    thread: int
    part: Part
    all: Visitors
    script: Script
    kind: str = "client"
    end: Socket | None = None
    ask: Ask | None = None
    gathered: bytearray = field(default_factory=bytearray)
    sent: int = 0
    gone: Outcome = _BROKEN
    """what an ask comes to while there is no connection"""

    def ready(self, pending: Pending) -> bool:
        """Could the next step of what it asks for be done?"""
        ask, end = self.ask, self.end
        assert ask is not None
        if ask.kind == "connect":
            return self.all.network.may_connect()
        if ask.kind == "meet":
            return len(self.all.met.get(ask.name, ())) >= ask.count
        if end is None or ask.kind in _LEAVES or ask.kind == "send_some":
            return True
        return end.may_send() if ask.kind == "send" else end.is_readable()

    def perform(self, pending: Pending) -> int:
        """Never asked: `Visitors.perform` does it."""
        raise ValueError("a client does its own steps")

    def holders(self) -> list[int]:
        """Who could let it go on is not known."""
        return []

    # -- steps: an answer, or None where more of them are needed ------------------------------

    def step(self, cut: Callable[[int], int]) -> Answer | None:
        """Do one step, which is ready."""
        ask = self.ask
        assert ask is not None
        if ask.kind == "connect":
            return self._connect(ask)
        if ask.kind == "meet":
            return Answer("done")
        if ask.kind in _LEAVES:
            return self._leave(ask)
        if self.end is None:
            return self._answer(self.gone)
        return self._send(ask, self.end, cut) if ask.kind in _SENDS else self._receive(ask, self.end)

    def give_up(self) -> Answer:
        """Its time has run out."""
        return self._answer("timed_out")

    def _answer(self, outcome: Outcome) -> Answer:
        return Answer(outcome, bytes(self.gathered), self.sent)

    def _connect(self, ask: Ask) -> Answer:
        self.drop()
        try:
            self.end = self.all.network.connect_client(ask.source)
        except ConnectionRefusedError:
            self.gone = _BROKEN
            return Answer("refused")
        assert self.end is not None
        self.end.changed = lambda: self.all.wake(self.thread)
        return Answer("done")

    def drop(self) -> None:
        """Leave what it is still connected to."""
        if self.end is not None:
            self.end.close()
            self.end = None
            self.gone = "closed"

    def _leave(self, ask: Ask) -> Answer:
        if self.end is None:
            return Answer(self.gone)
        if ask.kind == "shutdown":
            return Answer("done" if self.end.shut(1) == 0 else _BROKEN)
        self.end.breaks_on_close = ask.kind == "reset"
        self.drop()
        return Answer("done")

    def _send(self, ask: Ask, end: Socket, cut: Callable[[int], int]) -> Answer | None:
        rest = ask.data[self.sent :]
        if not end.may_send():  # of send_some: it does not wait
            return self._answer("done")
        room = min(len(rest), end.room)
        taken = end.send(rest[: cut(room)] if room else rest) if rest else 0
        if taken < 0:
            return self._answer(_BROKEN)
        self.sent += taken
        return self._answer("done") if ask.kind == "send_some" or self.sent == len(ask.data) else None

    def _receive(self, ask: Ask, end: Socket) -> Answer | None:
        wanted = self._wanted(ask, end)
        result, data = end.receive(wanted)
        if result < 0:
            return self._answer(_BROKEN)
        if not data:
            return self._answer("done" if ask.kind == "receive_to_end" else "closed")
        self.gathered += data
        self.all.count(len(data))
        if ask.kind == "receive":
            return self._answer("done")
        if ask.kind == "receive_line":
            return self._answer("done") if data.endswith(b"\n") else None
        enough = ask.kind == "receive_exactly" and len(self.gathered) == ask.count
        return self._answer("done") if enough else None

    def _wanted(self, ask: Ask, end: Socket) -> int:
        if ask.kind == "receive":
            return ask.count
        if ask.kind == "receive_exactly":
            return ask.count - len(self.gathered)
        if ask.kind == "receive_line":
            return end.inbox.find(b"\n") + 1 or len(end.inbox) or 1
        return len(end.inbox) or 1


class Visitors:
    """All clients of one schedule."""

    def __init__(self, net: Net, network: Network, passed: Callable[[int, int], int]) -> None:
        """`passed`: how many bytes of so many pass at once, for a thread."""
        self.network = network
        self._passed = passed
        self.cuts_reads, self.cuts_writes = net.cuts_reads, net.cuts_writes
        self.met: dict[str, set[int]] = {}
        self.traffic = 0
        self.left = len(net.parts)
        self.wake: Callable[[int], None] = lambda thread: None
        """called with a client whose next step may have become possible"""
        network.on_place = lambda: self.wake_all("connect")
        self.all = [
            Visitor(CLIENTS_FIRST + part.client.index, part, self, part.begin())
            for part in net.parts
        ]

    def may_miss(self, thread: int) -> bool:
        """Can others take from a client what it could have now: a place, a meeting?"""
        ask = self.of(thread).ask
        return ask is not None and ask.kind in ("connect", "meet")

    def wake_all(self, kind: str) -> None:
        """Those that wait for something that they share."""
        for one in self.all:
            if one.ask is not None and one.ask.kind == kind:
                self.wake(one.thread)

    def of(self, thread: int) -> Visitor:
        """The client that is a thread of the world."""
        return self.all[thread - CLIENTS_FIRST]

    def resources(self) -> dict[int, Resource]:
        """The clients under the numbers by which their steps name them."""
        return {_CLIENTS | one.part.client.index: one for one in self.all}

    def first(self, one: Visitor) -> tuple[Pending | None, list[list[Any]]]:
        """What it does first, and the notes for the log."""
        notes: list[list[Any]] = [["client", one.part.client.name]]
        if one.part.at > 0:
            return Pending(Op.SLEEP, one.thread, wait_ns=_ns(one.part.at)), notes
        pending, more = self.go_on(one, None)
        return pending, notes + more

    def go_on(self, one: Visitor, answer: Answer | None) -> tuple[Pending | None, list[list[Any]]]:
        """Give a script its answer (None: it starts): its next step, None at its end; and notes.
        Raises ScriptError."""
        notes: list[list[Any]] = []
        if answer is not None:
            notes.append(["answer", answer.outcome, answer.data.decode("latin-1"), answer.count])
        try:
            ask = next(one.script) if answer is None else one.script.send(answer)
        except StopIteration:
            one.ask = None
            one.drop()
            self.left -= 1
            return None, notes
        except Exception as problem:
            name = one.part.client.name
            raise ScriptError(f"{name}: {type(problem).__name__}: {problem}") from problem
        if not isinstance(ask, Ask):
            raise ScriptError(f"{one.part.client.name} asks for {ask!r}")
        one.ask, one.sent = ask, 0
        one.gathered = bytearray()
        if ask.kind == "meet":
            self.met.setdefault(ask.name, set()).add(one.thread)
            if len(self.met[ask.name]) >= ask.count:
                self.wake_all("meet")
        within_ns = -1 if ask.within is None else _ns(ask.within)
        named = ask.source if ask.kind == "connect" else ask.name
        notes.append(["asks", ask.kind, ask.data.decode("latin-1"), ask.count, within_ns, named])
        return self.step_of(one, within_ns), notes

    def step_of(self, one: Visitor, within_ns: int) -> Pending:
        """The next step of what it asks for."""
        assert one.ask is not None
        if one.ask.kind == "sleep":
            return Pending(Op.SLEEP, one.thread, wait_ns=within_ns)
        number = _CLIENTS | one.part.client.index
        touching = 0 if one.end is None else one.end.connection
        return Pending(Op.VISIT, one.thread, number, KINDS.index(one.ask.kind), within_ns,
                       touching=touching)

    def perform(self, pending: Pending) -> Answer | None:
        """Do one step of a client that is ready or whose time has run out."""
        one = self.of(pending.thread)
        if one.ask is None or pending.op is Op.SLEEP:  # it slept, or begins
            return Answer("done")
        if not one.ready(pending):
            if one.ask.kind == "meet":
                self.met[one.ask.name].discard(one.thread)
            return one.give_up()
        return one.step(
            lambda most: self._passed(one.thread, most) if self.cuts_reads else most
        )

    def count(self, many: int) -> None:
        """So many bytes more have come to clients."""
        self.traffic += many


def _ns(seconds: float) -> int:
    return round(seconds * SECOND_NS)
