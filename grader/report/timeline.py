"""Lays out virtual time as horizontal bars, one lane a thread, with the deadline drawn.

All places are percentages of the width, so that bars stretch with the page and words do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from grader.model.base import Text
from grader.model.result import Trace
from grader.report.budget import Budget
from grader.report.figures import say_number, say_time
from grader.report.hostile import Both, fit, show_both
from grader.report.spans import Hold, Wait, find_holds, find_waits
from grader.report.words import say

_LANE_HEIGHT, _TOP = 40, 34
_MOST_LANES = 12
_MOST_WORDS = 12


@dataclass(frozen=True)
class TimeBar:
    """A stretch of time in which a thread did one thing: holds, sleeps, waits or alive."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True)
class TimeLane:
    """One thread: its bars, the moments at which it printed, and the same in words."""

    name: str
    y: int
    bars: tuple[TimeBar, ...]
    prints: tuple[str, ...]
    says: Both
    failures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tick:
    """A labelled place on the axis; `anchor` keeps its label inside the picture."""

    x: str
    label: str
    anchor: str


@dataclass(frozen=True)
class CountBar:
    """How many there were for a while: a column of a height in pixels."""

    x: str
    width: str
    height: int


@dataclass(frozen=True)
class TimeLine:
    """The whole picture. `title` and `mark` are keys of `words`; `counts` stand below the lanes."""

    lanes: tuple[TimeLane, ...]
    ticks: tuple[Tick, ...]
    deadline: Tick | None
    deadline_says: Both | None
    kinds: tuple[str, ...]
    height: int
    top: int = _TOP
    title: str = "time"
    mark: str = "mark_prints"
    counts: tuple[CountBar, ...] = ()
    most: int = 0
    notes: tuple[Both, ...] = ()

    @property
    def fails(self) -> bool:
        """Is there a mark for what somebody waited for in vain?"""
        return any(lane.failures for lane in self.lanes)


@dataclass(frozen=True)
class _Stretch:
    kind: str
    start: int
    end: int


def build_timeline(trace: Trace, budget: Budget) -> TimeLine | None:
    """Return the time line of `trace`; None if time plays no part in it. A server's has none: what
    matters there is what its clients wait for, and bars of holds and sleeps would hide that."""
    ends = [cell.time_ns for cell in trace.cells]
    end = max([*ends, trace.deadline_ns or 0], default=0)
    if not trace.timed or trace.visits is not None or end <= 0:
        return None
    holds, waits = find_holds(trace), find_waits(trace)
    acting = {cell.thread for cell in trace.cells}
    drawn = [i for i in range(len(trace.threads)) if i in acting][:_MOST_LANES]
    scale = Scale(round(end * 1.04))
    stretches = {i: _stretches(trace, i, holds, waits) for i in drawn}
    lanes = tuple(
        _lane(trace, i, stretches[i], scale, y=_TOP + place * _LANE_HEIGHT, budget=budget)
        for place, i in enumerate(drawn)
    )
    deadline = trace.deadline_ns
    return TimeLine(
        lanes=lanes,
        ticks=build_ticks(end, scale),
        deadline=None if deadline is None else scale.tick(deadline),
        deadline_says=None if deadline is None else show_both(
            say("deadline", time=say_time(deadline)), 100
        ),
        kinds=tuple(kind for kind in ("holds", "sleeps", "waits", "alive")
                    if any(s.kind == kind for lane in stretches.values() for s in lane)),
        height=_TOP + len(lanes) * _LANE_HEIGHT + 4,
    )  # fmt: skip


@dataclass(frozen=True)
class Scale:
    """From virtual time to a place on the page."""

    end: int

    def place(self, time: int) -> str:
        """`12.5%`"""
        return f"{say_number(100 * time / self.end, 3)}%"

    def tick(self, time: int) -> Tick:
        """The mark of a moment on the axis."""
        share = time / self.end
        anchor = "start" if share < 0.08 else "end" if share > 0.6 else "middle"
        return Tick(self.place(time), say_time(time), anchor)


def _stretches(
    trace: Trace, thread: int, holds: tuple[Hold, ...], waits: tuple[Wait, ...]
) -> list[_Stretch]:
    """Cut a thread's life at its own rows and name each part by what it was in the middle of."""
    rows = [i for i, cell in enumerate(trace.cells) if cell.thread == thread]
    found: list[_Stretch] = []
    times = [(row, trace.cells[row].time_ns) for row in rows]
    if times and any(wait.thread == thread and wait.first == rows[-1] for wait in waits):
        times.append((len(trace.cells), trace.cells[-1].time_ns))
    for (row, start), (_, end) in pairwise(times):
        if start == end:
            continue
        wait = next((w for w in waits if w.thread == thread and w.first == row), None)
        held = any(h.thread == thread and h.first <= row < h.last for h in holds)
        kind = "holds" if held else wait.kind if wait else "alive"
        if found and found[-1].kind == kind and found[-1].end == start:
            found[-1] = _Stretch(kind, found[-1].start, end)
        else:
            found.append(_Stretch(kind, start, end))
    return found


def _lane(
    trace: Trace,
    thread: int,
    stretches: list[_Stretch],
    scale: Scale,
    *,
    y: int,
    budget: Budget,
) -> TimeLane:
    prints = [cell.time_ns for cell in trace.cells
              if cell.thread == thread and cell.kind == "print"]  # fmt: skip
    moments = tuple(dict.fromkeys(scale.place(time) for time in prints))
    return TimeLane(
        name=fit(trace.threads[thread].name, 30),
        y=y,
        bars=tuple(
            TimeBar(s.kind, scale.place(s.start), scale.place(s.end - s.start)) for s in stretches
        ),
        prints=moments[:200],
        says=show_both(_words(trace.threads[thread].name, stretches, prints),
                       budget.sentence_chars),
    )  # fmt: skip


def _words(name: str, stretches: list[_Stretch], prints: list[int]) -> Text:
    spans = [(s.start, s.end, f"bar_{s.kind}") for s in stretches]
    return tell_lane(name, spans, [(time, "mark_prints") for time in dict.fromkeys(prints)])


def tell_lane(
    name: str, spans: Iterable[tuple[int, int, str]], moments: Iterable[tuple[int, str]]
) -> Text:
    """A lane in words, in the order of time: spans (from ns, to ns, key of `words`) and moments."""
    parts = [(start, "span", key, say_time(start), say_time(end)) for start, end, key in spans]
    parts += [(time, "moment", key, say_time(time), "") for time, key in moments]
    parts.sort()
    zh: list[str] = []
    en: list[str] = []
    for _, shape, key, start, end in parts[:_MOST_WORDS]:
        zh.append(say(shape, what=say(key).zh, start=start, end=end).zh)
        en.append(say(shape, what=say(key).en, start=start, end=end).en)
    if len(parts) > _MOST_WORDS:
        zh.append("…")
        en.append("…")
    nothing = say("nothing_timed")
    return Text(
        zh=f"{name}：{'；'.join(zh) or nothing.zh}", en=f"{name}: {'; '.join(en) or nothing.en}"
    )


def build_ticks(end: int, scale: Scale) -> tuple[Tick, ...]:
    """At most seven round times, from 0 on."""
    sizes = (lead * 10**power for power in range(19) for lead in (1, 2, 5))
    size = next(size for size in sizes if end / size <= 6)
    return tuple(scale.tick(time) for time in range(0, end + 1, size))
