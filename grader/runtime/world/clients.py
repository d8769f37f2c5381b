"""The words in which a task's `clients.py` says what clients of a server do, and its loader.

A scenario is a function that puts clients into a `Net`; a client is a generator that yields what it
asks for and gets what came of it. The same scripts run in the world (`world.visitors`) and, in
tests, against a real loopback. What is expected of a server stands elsewhere: nothing here knows.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from inspect import isgeneratorfunction
from math import isfinite
from typing import Any, Literal

Kind = Literal[
    "connect", "send", "send_some", "receive", "receive_line", "receive_exactly", "receive_to_end",
    "shutdown", "close", "reset", "sleep", "meet",
]
Outcome = Literal["done", "closed", "reset", "refused", "timed_out"]
LOOPBACK = "127.0.0.1"
CLIENTS_LIMIT = 1000
"""clients of one scenario"""
SCHEDULES_LIMIT = 1000
BUFFER_BYTES = 256 << 10
"""what a connection can hold each way before a sender has to wait, as on Linux's loopback"""
_MARK = "grader_scenario"


@dataclass(frozen=True, slots=True)
class Ask:
    """What a client wants done next. `within` is in virtual seconds; None: for ever."""

    kind: Kind
    data: bytes = b""
    count: int = 0  # receive: at most; receive_exactly: how many; meet: how many parties
    within: float | None = None
    source: str = LOOPBACK  # connect: the address that the client comes from
    name: str = ""  # meet: which barrier


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it. With "closed", "reset" and "timed_out" of a receive, `data` is what had come
    before; `count` is how many bytes of a send are on their way."""

    outcome: Outcome
    data: bytes = b""
    count: int = 0

    @property
    def done(self) -> bool:
        """Did it come to what was asked?"""
        return self.outcome == "done"


Script = Generator[Ask, Answer, None]


@dataclass(frozen=True, slots=True)
class Client:
    """What a script knows of itself, and how it asks. It has one connection at a time."""

    name: str
    index: int

    def connect(self, within: float | None = None, source: str = LOOPBACK) -> Ask:
        """Wait for a server that listens, then for a place in its queue: done, refused, timed_out.
        Not refused while nobody listens yet; a connection that the client still has is closed."""
        return Ask("connect", within=_seconds(within), source=source)

    def send(self, data: bytes, within: float | None = None) -> Ask:
        """Until all of it lies in the buffers: done, reset, timed_out; `count` says how much."""
        return Ask("send", data=bytes(data), within=_seconds(within))

    def send_some(self, data: bytes) -> Ask:
        """What fits now, without waiting; `count` may be 0."""
        return Ask("send_some", data=bytes(data))

    def receive(self, most: int = 65536, within: float | None = None) -> Ask:
        """What is there, at least a byte: done, closed (nothing more will come), reset, timed_out.
        """
        return Ask("receive", count=_positive(most), within=_seconds(within))

    def receive_line(self, within: float | None = None) -> Ask:
        """Everything up to a newline, and it."""
        return Ask("receive_line", within=_seconds(within))

    def receive_exactly(self, n: int, within: float | None = None) -> Ask:
        """Exactly `n` bytes."""
        return Ask("receive_exactly", count=_positive(n), within=_seconds(within))

    def receive_to_end(self, within: float | None = None) -> Ask:
        """Everything until the other side ends in order, which is `done` here."""
        return Ask("receive_to_end", within=_seconds(within))

    def shutdown(self) -> Ask:
        """Nothing more will come from this side; it goes on receiving."""
        return Ask("shutdown")

    def close(self) -> Ask:
        """Leave in order; with bytes unread that is a reset, as Linux has it."""
        return Ask("close")

    def reset(self) -> Ask:
        """Break the connection off."""
        return Ask("reset")

    def sleep(self, seconds: float) -> Ask:
        """Do nothing for so long."""
        return Ask("sleep", within=_seconds(seconds))

    def meet(self, name: str, parties: int, within: float | None = None) -> Ask:
        """Wait until so many clients of the scenario have come here: done, timed_out."""
        return Ask("meet", name=name, count=_positive(parties), within=_seconds(within))


@dataclass(frozen=True, slots=True)
class Part:
    """One client of a scenario, not yet begun."""

    client: Client
    at: float
    script: Callable[..., Script]
    arguments: dict[str, Any]

    def begin(self) -> Script:
        """Start the script over."""
        return self.script(self.client, **self.arguments)


@dataclass(slots=True)
class Net:
    """The clients of one scenario, and how much a connection holds."""

    parts: list[Part] = field(default_factory=list)
    buffer_bytes: int = BUFFER_BYTES
    cuts_reads: bool = False
    cuts_writes: bool = False

    def client(
        self, name: str, script: Callable[..., Script], at: float = 0.0, **arguments: Any
    ) -> None:
        """Add a client that starts at the virtual second `at`; keywords go to its script."""
        if not name or any(part.client.name == name for part in self.parts):
            raise ValueError(f"a client needs a name of its own: {name!r}")
        if not isgeneratorfunction(script):
            raise ValueError(f"the script of {name!r} is no generator function")
        if len(self.parts) >= CLIENTS_LIMIT:
            raise ValueError(f"more than {CLIENTS_LIMIT} clients")
        start = _seconds(at)
        assert start is not None
        self.parts.append(Part(Client(name, len(self.parts)), start, script, arguments))

    def cuts(self, writes: bool = False) -> None:
        """In explored orders let bytes arrive in pieces, cut anywhere: what clients send, and what
        the server reads. With `writes` a server's `send` may also take less than it was given. By
        default nothing is cut but by full buffers, as on a loopback."""
        self.cuts_reads, self.cuts_writes = True, writes

    def buffers(self, size: int) -> None:
        """Make both buffers of every connection hold `size` bytes, so that senders wait earlier."""
        self.buffer_bytes = _positive(size)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One way to drive a server: its plain order first, then `schedules` explored ones."""

    name: str
    schedules: int
    story: str
    build: Callable[[Net], None]

    def plan(self) -> Net:
        """Its clients. Raises ValueError where there are none."""
        net = Net()
        self.build(net)
        if not net.parts:
            raise ValueError(f"scenario {self.name!r} has no clients")
        return net


def scenario(
    name: str, schedules: int = 0
) -> Callable[[Callable[[Net], None]], Callable[[Net], None]]:
    """Mark a function as the scenario `name`, with so many explored orders beyond the plain one."""

    def mark(build: Callable[[Net], None]) -> Callable[[Net], None]:
        story = " ".join((build.__doc__ or "").split())
        setattr(build, _MARK, Scenario(name, schedules, story, build))
        return build

    return mark


def load(source: str, path: str = "clients.py") -> list[Scenario]:
    """The scenarios of a file, in its order. Raises ValueError that says what is wrong with it."""
    space: dict[str, Any] = {"__name__": "clients", "__file__": path}
    try:
        exec(compile(source, path, "exec", dont_inherit=True), space)
    except Exception as problem:
        raise ValueError(f"{path}: {type(problem).__name__}: {problem}") from problem
    found = [value for value in (getattr(v, _MARK, None) for v in space.values())
             if isinstance(value, Scenario)]
    _validate(found, path)
    return found


def _validate(found: list[Scenario], path: str) -> None:
    if not found:
        raise ValueError(f"{path}: no scenario")
    names = [one.name for one in found]
    for one in found:
        if not isinstance(one.name, str) or not one.name.isidentifier() or len(one.name) > 40:
            raise ValueError(f"{path}: a scenario is named by one short word, not {one.name!r}")
        if names.count(one.name) > 1:
            raise ValueError(f"{path}: two scenarios {one.name!r}")
        if type(one.schedules) is not int or not 0 <= one.schedules <= SCHEDULES_LIMIT:
            raise ValueError(f"{path}: {one.name}: schedules: {one.schedules!r}")
        if not one.story:
            raise ValueError(f"{path}: {one.name}: a sentence that says what happens is missing")
        try:
            one.plan()
        except Exception as problem:
            raise ValueError(f"{path}: {one.name}: {problem}") from problem


def _seconds(value: float | None) -> float | None:
    if value is None:
        return None
    if not isfinite(value) or value < 0:
        raise ValueError(f"not a number of seconds: {value!r}")
    return float(value)


def _positive(value: int) -> int:
    if type(value) is not int or value <= 0:
        raise ValueError(f"not a positive number: {value!r}")
    return value
