"""What the clients of a scenario lived through: each ask, what came of it, and when.

Their scripts are ours and ran in the supervisor, so what they sent and got is no testimony. A
client's connection has two ends with numbers of their own; `connection` is the number that the
server's operations on it have as their resource.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from grader.runtime.wire import CLIENTS_FIRST


@dataclass(frozen=True, slots=True)
class Deed:
    """One ask of a client and its answer. `asked` and `at` are event indices (`at` None: it was not
    answered), `asked_time` and `time` virtual nanoseconds; `outcome` "" where there is none."""

    kind: str
    asked: int
    asked_time: int
    data: bytes = b""
    count: int = 0
    within_ns: int = -1
    name: str = ""
    at: int | None = None
    time: int = 0
    outcome: str = ""
    received: bytes = b""
    sent: int = 0
    connection: int = 0

    @property
    def done(self) -> bool:
        """Did it come to what was asked?"""
        return self.outcome == "done"


@dataclass(frozen=True, slots=True)
class Client:
    """One client, as a lane of the schedule: `thread` is its number there."""

    thread: int
    name: str
    deeds: tuple[Deed, ...] = ()

    @property
    def received(self) -> bytes:
        """All that it got, over all of its connections."""
        return b"".join(deed.received for deed in self.deeds)


@dataclass
class ClientsReader:
    """Gathers clients from the rows of a log."""

    names: dict[int, str] = field(default_factory=dict)
    deeds: dict[int, list[Deed]] = field(default_factory=dict)
    _connection: dict[int, int] = field(default_factory=dict)

    def take_note(self, at: int, time: int, thread: int, note: tuple[Any, ...]) -> None:
        """A note of a client's thread. Raises ValueError, IndexError and the like."""
        kind = note[0]
        if kind == "client":
            self.names[thread] = str(note[1])
            self.deeds[thread] = []
        elif kind == "asks":
            _, what, data, count, within_ns, name = note
            self.deeds[thread].append(Deed(
                str(what), at, time, str(data).encode("latin-1"), int(count), int(within_ns),
                str(name),
            ))
        elif kind == "answer":
            _, outcome, data, count = note
            mine = self.deeds[thread]
            mine[-1] = replace(
                mine[-1], at=at, time=time, outcome=str(outcome),
                received=str(data).encode("latin-1"), sent=int(count),
                connection=self._connection.get(thread, 0),
            )
            if mine[-1].kind in ("close", "reset"):
                self._connection.pop(thread, None)

    def take_step(self, thread: int, resource: int) -> None:
        """A step of a client on its end of a connection."""
        if resource:
            self._connection[thread] = resource + 1

    def clients(self) -> tuple[Client, ...]:
        """All of them, in the scenario's order."""
        return tuple(Client(thread, self.names[thread], tuple(self.deeds[thread]))
                     for thread in sorted(self.names))


def is_client(thread: int) -> bool:
    """Is this thread of the log a client of the scenario?"""
    return thread >= CLIENTS_FIRST
