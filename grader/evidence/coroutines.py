"""What a program told about its coroutines: which there were, who stood on the stack when a line
was printed, and what went from one to another. Told by the student's process, so each note is
checked here before it becomes a fact."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, cast, get_args

Kind = Literal["generator", "coroutine", "async generator"]
How = Literal["sent", "yielded", "returned", "argument", "queue", "shared"]
Stack = tuple[int, ...]
"""numbers of the coroutines on the stack, innermost first; the plain code below them is 0"""
PLAIN = 0
END_OF_TIME = 1 << 62
"""when an item is taken that never is"""
_KINDS, _HOWS = frozenset(get_args(Kind)), frozenset(get_args(How))


@dataclass(frozen=True, slots=True)
class Coroutine:
    """One run of a coroutine's code."""

    number: int
    kind: Kind
    name: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Handover:
    """A value that `giver` gave, at event `given`, and `taker` had from event `at` on. The giver is
    empty where nobody knows who gave it (an argument of a task's coroutine)."""

    given: int
    at: int
    how: How
    giver: Stack
    taker: Stack
    whole: str
    parts: tuple[str, ...]
    is_object: bool = False
    """of a class of the program's own: how it shows itself is not known"""


@dataclass(frozen=True, slots=True)
class Suspended:
    """Where a coroutine waited when the event loop had nothing left to do."""

    at: int
    coroutine: int
    line: int
    inside: str


@dataclass(frozen=True)
class Coroutines:
    """Everything about the coroutines of one schedule."""

    known: dict[int, Coroutine] = field(default_factory=dict)
    handed: tuple[Handover, ...] = ()
    untaken: tuple[Handover, ...] = ()
    """what went into a queue and never came out; its taker is empty"""
    suspended: tuple[Suspended, ...] = ()
    is_whole: bool = True
    """was everything told, or was it too much?"""
    stacks: tuple[tuple[int, Stack], ...] = ()

    def stack_at(self, at: int) -> Stack:
        """Who stood on the stack when the line of event `at` was printed."""
        found = bisect_right(self.stacks, at, key=lambda row: row[0])
        return self.stacks[found - 1][1] if found else (PLAIN,)


def read_coroutines(notes: Iterable[tuple[int, int, tuple[Any, ...]]]) -> Coroutines:
    """Facts from (event index, thread, note). Raises ValueError for a note that makes no sense."""
    known: dict[int, Coroutine] = {}
    handed: list[Handover] = []
    suspended: list[Suspended] = []
    stacks: list[tuple[int, Stack]] = []
    gifts: dict[int, int] = {}
    put: dict[int, Handover] = {}
    is_whole = True
    for at, thread, note in notes:
        kind = note[0]
        if kind == "coroutine":
            number, what, name, file, line = note[1:]
            if number in known or what not in _KINDS:
                raise ValueError("a coroutine that makes no sense")
            known[int(number)] = Coroutine(int(number), what, str(name), str(file), int(line))
        elif kind == "handed":
            how, giver, taker, whole, parts, is_object, gift = note[1:]
            if how not in _HOWS:
                raise ValueError("no such way to hand something over")
            handed.append(Handover(
                gifts.get(gift, at), at, cast(How, how), _stack(giver, known),
                _stack(taker, known), str(whole), tuple(str(part) for part in parts),
                bool(is_object),
            ))
            put.pop(gift, None)
        elif kind == "queued":
            gift, giver, whole, parts, is_object = note[1:]
            gifts[int(gift)] = at
            put[gift] = Handover(
                at, END_OF_TIME, "queue", _stack(giver, known), (), str(whole),
                tuple(str(part) for part in parts), bool(is_object),
            )
        elif kind == "gives":
            gifts[int(note[1])] = at
        elif kind == "turn":
            if note[1] not in known or note[2] not in (0, 1, 2):
                raise ValueError("a turn of nobody")
        elif kind == "on" and thread == 0:
            stacks.append((at, _stack(note[1], known)))
        elif kind == "suspended":
            suspended.append(Suspended(at, int(note[1]), int(note[2]), str(note[3])))
        elif kind == "uncounted":
            is_whole = False
    return Coroutines(
        known, tuple(handed), tuple(put.values()), tuple(suspended), is_whole, tuple(stacks)
    )


def _stack(told: Any, known: dict[int, Coroutine]) -> Stack:
    stack = tuple(int(number) for number in told)
    if stack and (stack[-1] != PLAIN or not known.keys() >= set(stack[:-1])):
        raise ValueError("a stack of coroutines that nobody knows")
    return stack
