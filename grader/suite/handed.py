"""From one coroutine to another, also through hands in between: the edges of a producer and consumer.

`for item in producer(): consumer.send(item)` hands each item over twice, to the plain code and from
there; a loop of the student's own does the same with what coroutines ask of it. What matters is who
made a value and who had it in the end, so handovers of the same value are linked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from grader.evidence.coroutines import PLAIN, Coroutines, Handover

MOST = 12_000
MOST_LINKS = 4
Label = tuple[object, ...]
UNKNOWN: Label = ("unknown",)


@dataclass(frozen=True)
class Edge:
    """One handover with its two sides: the coroutines that only the giver's and only the taker's
    stack had, innermost first. `giver` is empty where it is unknown."""

    handover: Handover
    giver: tuple[int, ...]
    taker: tuple[int, ...]
    via: tuple[int, ...] = ()
    """whose hands it went through"""


def sides(handover: Handover) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(giver, taker) without what both stacks have in common: `main`, which runs both, is none of
    them, unless it is itself one."""
    giver, taker = list(handover.giver), list(handover.taker)
    last_giver, last_taker = giver[:1], taker[:1]
    while giver and taker and giver[-1] == taker[-1]:
        last_giver, last_taker = [giver.pop()], [taker.pop()]
    if not handover.giver:
        return (), tuple(n for n in handover.taker if n != PLAIN) or (PLAIN,)
    return tuple(giver or last_giver), tuple(taker or last_taker)


def edges_of(
    coroutines: Coroutines, plain_prints: bool, words: tuple[str, ...]
) -> list[Edge]:
    """Every handover between two sides, direct or through others. What plain code that prints
    nothing leaves lying about is no handover: it sets things up. `words`: what an object that shows
    itself in a way of its own may be called."""
    found: list[Edge] = []
    by_value: dict[str, list[Edge]] = defaultdict(list)
    used: set[tuple[int, int, tuple[int, ...]]] = set()
    for told in coroutines.handed:
        if len(found) >= MOST:
            break
        handover = replace(told, parts=(*told.parts, *words)) if told.is_object else told
        if not handover.parts:
            continue
        giver, taker = sides(handover)
        if handover.how == "shared" and giver == (PLAIN,) and not plain_prints:
            continue
        new = [Edge(handover, giver, taker)]
        new += _linked(handover, giver, taker, by_value, used)
        found += new
        for edge in new:
            for part in set(edge.handover.parts):
                by_value[part].append(edge)
    return found


def _linked(
    handover: Handover, giver: tuple[int, ...], taker: tuple[int, ...],
    by_value: dict[str, list[Edge]], used: set[tuple[int, int, tuple[int, ...]]],
) -> list[Edge]:
    """Earlier handovers of the same value to whoever gives it now."""
    linked: list[Edge] = []
    for earlier in by_value.get(handover.parts[0], ()):
        if len(linked) >= MOST_LINKS:
            break
        before = earlier.handover
        if before.how == "argument" or not set(handover.parts) <= set(before.parts):
            continue
        if giver and not set(giver) & set(earlier.taker):
            continue
        mark = (before.at, len(before.giver), taker)
        if len(before.parts) == 1 and mark in used:
            continue
        whole = replace(handover, given=before.given, giver=before.giver)
        if whole.giver == whole.taker or not before.giver:
            continue
        used.add(mark)
        linked.append(Edge(whole, *sides(whole), via=(*earlier.via, *earlier.taker)))
        if len(before.parts) == 1:
            break
    return linked


def label_of(coroutines: Coroutines, number: int) -> Label:
    """What instances of the same code have in common."""
    found = coroutines.known.get(number)
    return (PLAIN,) if found is None else (found.file, found.line, found.name)
