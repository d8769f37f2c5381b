"""Lays out who handed what to whom: one lane a party, time downwards, an arrow for each item.

A time-space diagram: what happened first stands higher. Places across are percentages of the width,
places down are pixels, so lanes stretch with the page and words do not. Labels stand above their
own dot and are cut to the width that their lane has on a phone.
"""

from __future__ import annotations

from dataclasses import dataclass

from grader.model.base import Text
from grader.model.result import Lane, Moment, Passage, Picture, Trace
from grader.report.budget import Budget
from grader.report.figures import say_number, say_time
from grader.report.hostile import Both, Pieces, fit, show, show_both
from grader.report.words import say

_TOP, _ROW, _SMALL_ROW = 8, 34, 8
_PHONE, _PHONE_COLUMNS = 358, 47
"""what a screen of 390 pixels has for the picture: pixels, and letters of the labels' size"""
_SMALL = ("waits", "goes_on")
_WORDY = ("starts", "ends", "raises")
_RUNS, _WAITS = "runs", "waits"


@dataclass(frozen=True)
class FlowLane:
    """The head of one lane."""

    name: Pieces
    kind: Both


@dataclass(frozen=True)
class FlowStretch:
    """A part of a lane in which its party runs or waits."""

    lane: int
    kind: str
    x: str
    top: int
    bottom: int


@dataclass(frozen=True)
class FlowDot:
    """One moment, and what stands above it: the item, or words in both languages."""

    lane: int
    kind: str
    x: str
    y: int
    item: str
    words: Both | None
    violation: bool


@dataclass(frozen=True)
class FlowArrow:
    """One item on its way. A `lost` one goes nowhere: it is a mark beside its dot. One that comes
    down `steep` on a phone has its head above the label that stands over its end."""

    lane: int
    x1: str
    x2: str
    y1: int
    y2: int
    lost: bool
    steep: bool = False


@dataclass(frozen=True)
class FlowBand:
    """The ground behind the lanes of one process."""

    x: str
    width: str


@dataclass(frozen=True)
class Flow:
    """The whole picture, and the same in words."""

    lanes: tuple[FlowLane, ...]
    bands: tuple[FlowBand, ...]
    stretches: tuple[FlowStretch, ...]
    dots: tuple[FlowDot, ...]
    arrows: tuple[FlowArrow, ...]
    sentences: tuple[Both, ...]
    waits: bool
    loses: bool
    cut: Both | None
    height: int


def build_flow(trace: Trace, budget: Budget) -> Flow | None:
    """Return the picture of `trace`; None where there is none, or no room for it."""
    picture = trace.picture
    if picture is None or not budget.rows or not picture.moments:
        return None
    return _Drawing(picture, budget, timed=trace.timed).flow()


class _Drawing:
    def __init__(self, picture: Picture, budget: Budget, *, timed: bool) -> None:
        self.lanes = picture.lanes
        self.moments = picture.moments[: budget.rows]
        self.passages = picture.passages
        self.cut = picture.cut + len(picture.moments) - len(self.moments)
        self.budget = budget
        self.timed = timed
        self.items: dict[int, Passage] = {}
        for passage in self.passages:
            for end in (passage.given, passage.taken):
                if end is not None:
                    self.items.setdefault(end, passage)
        self.places = self._place_rows()

    def flow(self) -> Flow:
        height = max(self.places, default=_TOP) + _ROW // 2
        stretches = self._stretches(height)
        dots = tuple(self._dot(n) for n, m in enumerate(self.moments) if m.kind not in _SMALL)
        arrows = self._arrows()
        return Flow(
            lanes=tuple(self._head(lane) for lane in self.lanes),
            bands=self._bands(), stretches=stretches, dots=dots, arrows=arrows,
            sentences=tuple(self._sentence(n) for n in range(len(self.moments))),
            waits=any(one.kind == _WAITS for one in stretches),
            loses=any(arrow.lost for arrow in arrows),
            cut=show_both(say("flow_cut", count=self.cut), 200) if self.cut else None,
            height=height,
        )  # fmt: skip

    def _place_rows(self) -> list[int]:
        y, places = _TOP, []
        for moment in self.moments:
            y += _SMALL_ROW if moment.kind in _SMALL else _ROW
            places.append(y)
        return places

    def _middle(self, lane: int) -> str:
        return f"{say_number(100 * (lane + 0.5) / len(self.lanes), 3)}%"

    def _head(self, lane: Lane) -> FlowLane:
        kind = say("flow_thread_of", process=fit(lane.process, 20)) if lane.process else say(
            f"flow_{lane.kind.replace(' ', '_')}")
        return FlowLane(show(fit(lane.name, 28), 60), show_both(kind, 80))

    def _bands(self) -> tuple[FlowBand, ...]:
        """A ground for each process that has several lanes."""
        bands, first = [], 0
        for number in range(1, len(self.lanes) + 1):
            if number < len(self.lanes) and self.lanes[number].kind == "thread":
                continue
            if number - first > 1:
                share = 100 / len(self.lanes)
                bands.append(FlowBand(f"{say_number(first * share, 3)}%",
                                      f"{say_number((number - first) * share, 3)}%"))  # fmt: skip
            first = number
        return tuple(bands)

    def _stretches(self, height: int) -> tuple[FlowStretch, ...]:
        found = []
        for lane, head in enumerate(self.lanes):
            own = [(y, m) for y, m in zip(self.places, self.moments, strict=True) if m.lane == lane]
            begins = bool(own) and own[0][1].kind != "starts" and (
                head.kind in ("plain", "process") or bool(self.cut))
            state, since = (_RUNS, 0) if begins else ("", 0)
            for y, moment in own:
                if state and y > since:
                    found.append(FlowStretch(lane, state, self._middle(lane), since, y))
                state, since = _after(moment), y
            if state and height > since:
                found.append(FlowStretch(lane, state, self._middle(lane), since, height))
        return tuple(found)

    def _dot(self, number: int) -> FlowDot:
        moment = self.moments[number]
        passage = self.items.get(number)
        columns = _PHONE_COLUMNS // len(self.lanes)
        words: Both | None = None
        if moment.kind in _WORDY:
            key = "flow_raises" if moment.kind == "raises" else f"flow_{moment.kind}"
            words = show_both(say(key), 40)
        return FlowDot(
            lane=moment.lane, kind=moment.kind, x=self._middle(moment.lane), y=self.places[number],
            item=fit(passage.item, columns) if passage and words is None else "", words=words,
            violation=moment.violation,
        )  # fmt: skip

    def _arrows(self) -> tuple[FlowArrow, ...]:
        found, last = [], len(self.moments)
        for passage in self.passages:
            given, taken = passage.given, passage.taken
            if given is None or given >= last:
                continue
            lane = self.moments[given].lane
            x, y = self._middle(lane), self.places[given]
            if passage.lost:
                found.append(FlowArrow(lane, x, x, y, y, True))
            elif taken is not None and taken < last:
                to = self.moments[taken].lane
                down, across = self.places[taken] - y, abs(to - lane) * _PHONE / len(self.lanes)
                found.append(FlowArrow(lane, x, self._middle(to), y, self.places[taken], False,
                                       steep=down > across))  # fmt: skip
        return tuple(found)

    def _sentence(self, number: int) -> Both:
        moment = self.moments[number]
        name = fit(self.lanes[moment.lane].name, 40)
        time = f"{say_time(moment.time_ns)} · " if self.timed else ""
        zh, en = f"{time}{name} {moment.text.zh}", f"{time}{name} {moment.text.en}"
        passage = self.items.get(number)
        if passage is not None and moment.kind == "gives":
            more = self._whereto(passage)
            zh, en = f"{zh}{more.zh}", f"{en}{more.en}"
        return show_both(Text(zh=zh, en=en), self.budget.sentence_chars)

    def _whereto(self, passage: Passage) -> Text:
        if passage.lost:
            return say("flow_lost_words")
        if passage.taken is None or passage.taken >= len(self.moments):
            return Text(zh="", en="")
        taker = fit(self.lanes[self.moments[passage.taken].lane].name, 40)
        return say("flow_to", taker=taker, step=passage.taken + 1)


def _after(moment: Moment) -> str:
    return {"waits": _WAITS, "ends": ""}.get(moment.kind, _RUNS)
