"""Small thread programs as generators, played against a World without any process.

A program is a generator function that yields operations and is sent their results. It stands for a
thread's code between two operations; `play` is what the conductor is in real life.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.runtime.wire import INTERRUPTED, Op
from grader.runtime.world.core import World
from grader.runtime.world.resources import Pending
from grader.runtime.world.spinning import YIELD_TURNS
from grader.runtime.world.strategies import RunToBlock
from grader.runtime.world.terms import Grant, Limits, Stop, Strategy

SECOND = 1_000_000_000


@dataclass(frozen=True)
class Do:
    """One operation of a program; `starts` is the body of the thread that START starts."""

    op: Op
    resource: int = 0
    argument: int = 0
    wait_ns: int = -1
    where: int = 0
    starts: Body | None = None


Body = Callable[[], Generator[Do, int, None]]


@dataclass
class Played:
    """A schedule that has been played."""

    world: World
    stop: Stop
    results: dict[int, list[int]] = field(default_factory=dict)

    @property
    def operations(self) -> list[tuple[int, str]]:
        """(thread, operation) of each step, in order."""
        rows = [row for row in self.world.log if row[2] not in ("note", "payload")]
        return [(row[1], row[2]) for row in rows]

    def times(self, op: Op) -> list[int]:
        """Virtual times at which operations of one kind were done."""
        return [row[0] for row in self.world.log if row[2] == op.name]


def acquire(lock: int, wait_ns: int = -1, where: int = 0) -> Do:
    """Take a lock or a place."""
    return Do(Op.ACQUIRE, lock, wait_ns=wait_ns, where=where)


def release(lock: int, many: int = 1) -> Do:
    """Give it back."""
    return Do(Op.RELEASE, lock, many)


def start(body: Body) -> Do:
    """Start a thread."""
    return Do(Op.START, starts=body)


def join(thread: int, wait_ns: int = -1) -> Do:
    """Wait for a thread's end."""
    return Do(Op.JOIN, argument=thread, wait_ns=wait_ns)


def sleep(seconds: float) -> Do:
    """Wait for virtual time."""
    return Do(Op.SLEEP, wait_ns=round(seconds * SECOND))


def start_and_join(*bodies: Body) -> Body:
    """A main program that starts threads and waits for all of them."""

    def main() -> Generator[Do, int, None]:
        started = []
        for body in bodies:
            started.append((yield start(body)))
        for thread in started:
            yield join(thread)

    return main


def play(
    main: Body,
    strategy: Strategy | None = None,
    *,
    resources: Mapping[int, tuple[str, int, int | None]] | None = None,
    loops: dict[int, str] | None = None,
    perturbed: bool = False,
    limits: Limits | None = None,
    patience: int = YIELD_TURNS,
) -> Played:
    """Play one schedule. `resources` maps numbers to (kind, first, bound)."""
    world = World(strategy or RunToBlock(), perturbed, limits or Limits(), patience)
    played = Played(world, Stop(""))
    for number, (kind, first, bound) in (resources or {}).items():
        world.note(0, ["resource", number, kind, first, bound, 0])
    for where, kind in (loops or {}).items():
        world.note(0, ["where", where, [], kind])
    running: dict[int, Generator[Do, int, None]] = {0: _life(0, main)}
    bodies: dict[int, Body | None] = {0: None}
    while True:
        outcome = world.decide()
        if isinstance(outcome, Stop):
            played.stop = outcome
            return played
        _go_on(played, running, bodies, outcome)


def _life(thread: int, body: Body) -> Generator[Do, int, None]:
    yield Do(Op.BEGIN)
    yield from body()
    yield Do(Op.END, argument=int(thread == 0))
    if thread == 0:
        yield Do(Op.EXIT)


def _go_on(
    played: Played,
    running: dict[int, Generator[Do, int, None]],
    bodies: dict[int, Body | None],
    grant: Grant,
) -> None:
    thread, world = grant.thread, played.world
    if grant.result == INTERRUPTED:
        world.announce(Pending(Op.RESUME, thread))
        return
    program = running[thread]
    if world.threads[thread].operations == 1:
        next(program)  # its BEGIN is what has just been granted
    body = bodies.pop(thread, None)
    if body is not None:
        running[grant.result] = _life(grant.result, body)
    played.results.setdefault(thread, []).append(grant.result)
    try:
        do = program.send(grant.result)
    except StopIteration:
        world.announce(Pending(Op.GONE, thread))
        return
    bodies[thread] = do.starts
    world.announce(
        Pending(do.op, thread, do.resource, do.argument, do.wait_ns, where=do.where), None
    )


def lock(number: int = 1) -> dict[int, Any]:
    """One mutex as the resources of `play`."""
    return {number: ("lock", 0, None)}
