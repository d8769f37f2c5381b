"""Lays out a server's clients in virtual time, a lane each, with the count of its threads below."""

from __future__ import annotations

from itertools import pairwise

from grader.model.base import Text
from grader.model.result import Visitor, Visits
from grader.report.budget import Budget
from grader.report.hostile import fit, show_both
from grader.report.timeline import (
    CountBar,
    Scale,
    TimeBar,
    TimeLane,
    TimeLine,
    build_ticks,
    tell_lane,
)
from grader.report.words import say

_LANE_HEIGHT, _TOP, _COUNT_HEIGHT = 40, 34, 44
_MOST_MARKS, _MOST_COLUMNS = 200, 300
_KINDS = ("there", "connecting", "waiting")
"""in the order in which they are painted"""


def build_visits(visits: Visits, budget: Budget) -> TimeLine:
    """The picture of a server's clients."""
    scale = Scale(max(1, round(visits.end_ns * 1.04)))
    most = max((count for _, count in visits.workers), default=0)
    lanes = tuple(
        _lane(visitor, scale, _TOP + place * _LANE_HEIGHT, budget)
        for place, visitor in enumerate(visits.visitors)
    )
    notes = [show_both(say("most_workers", count=most), 200)]
    if visits.cut:
        notes.append(show_both(say("visitors_cut", count=visits.cut), 200))
    return TimeLine(
        lanes=lanes, ticks=build_ticks(visits.end_ns, scale), deadline=None, deadline_says=None,
        kinds=tuple(kind for kind in _KINDS
                    if any(bar.kind == kind for lane in lanes for bar in lane.bars)),
        height=_TOP + len(lanes) * _LANE_HEIGHT + (_COUNT_HEIGHT + 26 if most else 4),
        title="visits", mark="mark_answers", counts=_columns(visits, scale, most), most=most,
        notes=tuple(notes),
    )


def _columns(visits: Visits, scale: Scale, most: int) -> tuple[CountBar, ...]:
    steps = [*visits.workers, (scale.end, 0)][-_MOST_COLUMNS:]
    return tuple(
        CountBar(scale.place(start), scale.place(end - start), max(1, _COUNT_HEIGHT * count // most))
        for (start, count), (end, _) in pairwise(steps) if count and end > start
    )


def _lane(visitor: Visitor, scale: Scale, y: int, budget: Budget) -> TimeLane:
    stays = sorted(visitor.stays, key=lambda stay: _KINDS.index(stay.kind))

    def places(times: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(scale.place(time) for time in times))[:_MOST_MARKS]

    return TimeLane(
        name=fit(visitor.name, 30), y=y,
        bars=tuple(
            TimeBar(s.kind, scale.place(s.start_ns), scale.place(s.end_ns - s.start_ns))
            for s in stays[:_MOST_MARKS]
        ),
        prints=places(visitor.answered), failures=places(visitor.given_up),
        says=show_both(_words(visitor), budget.sentence_chars),
    )


def _words(visitor: Visitor) -> Text:
    waits = [(s.start_ns, s.end_ns, f"bar_{s.kind}") for s in visitor.stays if s.kind != "there"]
    moments = [(time, "mark_answers") for time in visitor.answered]
    moments += [(time, "mark_given_up") for time in visitor.given_up]
    return tell_lane(visitor.name, waits, moments)
