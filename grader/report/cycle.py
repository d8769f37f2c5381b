"""Lays out the wait-for graph of a program that stopped: boxes, arrows, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass

from grader.model.result import Trace, Waiting
from grader.report.budget import Budget
from grader.report.hostile import Both, Pieces, fit, show, show_both
from grader.report.words import say

_BOX_WIDTH, _BOX_HEIGHT, _GAP = 196, 52, 68
_LEFT, _TOP = 4, 4
_MOST_BOXES = 6


@dataclass(frozen=True)
class Box:
    """One thread of the cycle and the arrow that leaves it, in drawing units."""

    y: int
    name: str
    line: int
    source: str
    resource: str


@dataclass(frozen=True)
class Edge:
    """One sentence of the graph, with the place in the code."""

    says: Both
    source: Pieces
    place: Both | None


@dataclass(frozen=True)
class WaitGraph:
    """A cycle (drawn when it is small enough) or, without one, just who waits for what."""

    closed: bool
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    end: Both | None
    width: int = 344
    height: int = 0
    box_width: int = _BOX_WIDTH
    box_height: int = _BOX_HEIGHT
    gap: int = _GAP
    left: int = _LEFT


def build_graph(trace: Trace, budget: Budget) -> WaitGraph | None:
    """Return the wait-for graph of `trace`; None if nobody waited when it ended."""
    if not trace.waiting:
        return None
    cycle = tuple(trace.waiting[i] for i in trace.cycle if 0 <= i < len(trace.waiting))
    edges = cycle or trace.waiting
    drawn = cycle if len(cycle) <= _MOST_BOXES else ()
    last = len(drawn) - 1
    boxes = tuple(_box(trace, edge, place, place == last) for place, edge in enumerate(drawn))
    end: Both | None = None
    if cycle:
        end = show_both(say("cycle_end", thread=_name(trace, cycle[0].thread)),
                        budget.sentence_chars)  # fmt: skip
    return WaitGraph(
        closed=bool(cycle),
        boxes=boxes,
        edges=tuple(_edge(trace, edge, budget) for edge in edges[: max(budget.rows, 4)]),
        end=end,
        height=_TOP + len(boxes) * (_BOX_HEIGHT + _GAP) - _GAP + (_GAP if len(boxes) == 1 else 4),
    )


def _box(trace: Trace, edge: Waiting, place: int, last: bool) -> Box:
    return Box(
        y=_TOP + place * (_BOX_HEIGHT + _GAP),
        name=fit(_name(trace, edge.thread), 19),
        line=edge.line,
        source=fit(edge.source, 17),
        resource=fit(edge.waits_for, 10 if last else 15),
    )


def _edge(trace: Trace, edge: Waiting, budget: Budget) -> Edge:
    thread = _name(trace, edge.thread)
    if edge.held_by is None:
        sentence = say("cycle_free", thread=thread, resource=edge.waits_for)
    else:
        holder = _name(trace, edge.held_by)
        sentence = say("cycle_held", thread=thread, resource=edge.waits_for, holder=holder)
    return Edge(
        says=show_both(sentence, budget.sentence_chars),
        source=show(edge.source, budget.cell_chars, code=True),
        place=show_both(say("line", line=edge.line), 60) if edge.line else None,
    )


def _name(trace: Trace, thread: int) -> str:
    return trace.threads[thread].name if 0 <= thread < len(trace.threads) else f"#{thread}"
