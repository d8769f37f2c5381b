"""What a world is made of and what it answers: threads, grants, stops, limits, strategies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from grader.runtime.world.resources import Pending

CLOCK = -1
"""the choice "let time pass", where a thread index could stand"""


@dataclass(slots=True)
class Thread:
    """One managed thread, and what it wants next."""

    index: int
    parent: int
    pending: Pending | None = None
    ended: bool = False
    finished: bool = False  # what `join` waits for: earlier than ended for the main thread
    operations: int = 0
    ran_at: int = 0  # the number of decisions when it last ran
    process: int = 0
    bearing: int = 0  # the process that its fork makes
    slot: int = 0  # which of the main process's go pipes is its own, where they are used again


@dataclass(frozen=True, slots=True)
class Grant:
    """Thread `thread` goes on, with `result`; `leaves`: its process ends with that."""

    thread: int
    result: int
    leaves: bool = False
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """The schedule is over: "exit", "deadlock", "livelock", "steps", "unmodelled"; with clients
    "served" (all of them have ended) and "crowded" (more threads or processes than any server may
    have)."""

    reason: str
    detail: str = ""
    status: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one schedule, counted, never timed."""

    steps: int = 20_000
    output_bytes: int = 1 << 20


class Strategy(Protocol):
    """Chooses among what could happen next."""

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        """Return the thread index of one of `options`, or CLOCK where `clock` allows it.

        `default` is what the plain order (run until blocked) would choose.
        """

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        """Learn that `pending`, one of `options`, was done."""
