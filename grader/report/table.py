"""Builds the thread-column table of a trace: one row a step, one lane a thread, time downwards.

Only data here: the template decides how a bar, a hatched stretch or a mark looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from grader.model.base import Text
from grader.model.result import Cell, CheckResult, Trace, Waiting
from grader.report.budget import Budget
from grader.report.figures import say_time
from grader.report.hostile import Both, Pieces, fit, plain, show, show_both
from grader.report.spans import Hold, Wait, find_holds, find_waits, holder_at
from grader.report.words import say

MOST_WIDE_LANES = 4
MOST_LANES = 12
_BAR_PATTERNS = 4


@dataclass(frozen=True)
class Bar:
    """One held lock as it crosses one row of its lane."""

    label: Pieces
    pattern: int
    starts: bool
    ends: bool


@dataclass(frozen=True)
class LaneCell:
    """One lane in one row: what goes on there while another thread acts, or the act itself."""

    active: bool
    bars: tuple[Bar, ...] = ()
    waits: str = ""
    note: Both | None = None


@dataclass(frozen=True)
class Row:
    """One row of the table. `kind` is step, clock, switch, others, cut or stuck."""

    kind: str
    step: int = 0
    time: str = ""
    lane: int = -1
    thread: Pieces = ()
    says: Both | None = None
    source: Pieces = ()
    place: Both | None = None
    waits: str = ""
    blocked: Both | None = None
    holds: tuple[Both, ...] = ()
    lanes: tuple[LaneCell, ...] = ()
    variable: Pieces = ()
    before: Pieces | None = None
    after: Pieces | None = None
    violation: bool = False


@dataclass(frozen=True)
class Verdictline:
    """The last row of a failed check's table: what was expected, and what was seen."""

    expected: Both | None
    seen: Both | None


@dataclass(frozen=True)
class TraceTable:
    """A trace, ready to draw. With many lanes they become narrow and the words get a column."""

    lanes: tuple[Pieces, ...]
    narrow: bool
    rows: tuple[Row, ...]
    others: Both | None
    timed: bool
    has_values: bool
    end: Verdictline | None


class _Builder:
    """Walks one trace once, knowing what every lane is in the middle of."""

    def __init__(self, trace: Trace, budget: Budget) -> None:
        self.trace = trace
        self.budget = budget
        self.holds = find_holds(trace)
        self.waits = find_waits(trace)
        drawn = [i for i, thread in enumerate(trace.threads) if not thread.bystander]
        self.drawn = tuple(drawn[:MOST_LANES])
        self.many_files = len({cell.file for cell in trace.cells if cell.file}) > 1
        self.patterns: dict[str, int] = {}
        for hold in self.holds:
            self.patterns.setdefault(hold.resource, len(self.patterns) % _BAR_PATTERNS)

    def name(self, thread: int) -> str:
        return self.trace.threads[thread].name if thread >= 0 else ""

    def rows(self) -> Iterator[Row]:
        keep_first, keep_last = self._kept()
        cells = self.trace.cells
        gap_said = not self.trace.cut
        before: Cell | None = None
        bystanders = 0
        for index, cell in enumerate(cells):
            if keep_first <= index < keep_last:
                if index == keep_first:
                    yield _cut_row(keep_last - keep_first)
                before = cell
                continue
            if not gap_said and before is not None and cell.step > before.step + 1:
                gap_said = True
                yield _cut_row(self.trace.cut)
            if cell.thread >= 0 and cell.thread not in self.drawn:
                bystanders += 1
                before = cell
                continue
            if bystanders:
                yield Row("others", says=self._both(say("others_step", count=bystanders)))
                bystanders = 0
            if cell.switch:
                yield self._switch_row(index)
            moved = before is None or before.time_ns != cell.time_ns
            yield self._step_row(index, say_time(cell.time_ns) if moved else "")
            before = cell
        if bystanders:
            yield Row("others", says=self._both(say("others_step", count=bystanders)))
        if not gap_said:
            yield _cut_row(self.trace.cut)
        if self.trace.waiting and cells:
            yield self._stuck_row()

    def _kept(self) -> tuple[int, int]:
        """Return the range of cells to leave out: the middle, if there are too many."""
        count = len(self.trace.cells)
        if count <= self.budget.rows:
            return count, count
        first = self.budget.rows // 3
        return first, count - (self.budget.rows - first)

    def _switch_row(self, index: int) -> Row:
        after = self.name(self.trace.cells[index].thread)
        before = next(
            (self.name(cell.thread) for cell in reversed(self.trace.cells[:index])
             if cell.thread >= 0),
            None,
        )  # fmt: skip
        if before is None:
            return Row("switch", says=self._both(say("switch_to", after=after)))
        return Row("switch", says=self._both(say("switch", before=before, after=after)))

    def _step_row(self, index: int, time: str) -> Row:
        cell = self.trace.cells[index]
        wait = next((w for w in self.waits if w.first == index), None)
        limit = self.budget.cell_chars
        held = [h for h in self.holds if h.thread == cell.thread and h.first <= index <= h.last]
        return Row(
            kind="clock" if cell.thread < 0 else "step",
            step=cell.step,
            time=time,
            lane=self.drawn.index(cell.thread) if cell.thread >= 0 else -1,
            thread=show(self.name(cell.thread), limit),
            says=self._both(cell.text),
            source=show(cell.source, limit, code=True),
            place=self._both(self._place(cell)) if cell.line else None,
            waits=wait.kind if wait else "",
            blocked=self._blocked(wait),
            holds=tuple(self._both(say("holds", resource=h.resource)) for h in held
                        if index not in (h.first, h.last)),
            lanes=tuple(self._lane(lane, index) for lane in self.drawn),
            variable=show(cell.resource, limit, code=True) if _has_value(cell) else (),
            before=self._value(cell.value_before),
            after=self._value(cell.value_after),
            violation=cell.violation,
        )  # fmt: skip

    def _lane(self, thread: int, index: int) -> LaneCell:
        active = self.trace.cells[index].thread == thread
        holds = [h for h in self.holds if h.thread == thread and h.first <= index <= h.last]
        wait = next((w for w in self.waits if w.thread == thread and w.first <= index <= w.last),
                    None)  # fmt: skip
        note: Both | None = None
        first_idle = index > 0 and self.trace.cells[index - 1].thread == thread
        if not active and first_idle:
            if wait is not None:
                note = self._both(say(wait.kind))
            elif holds:
                names = "`, `".join(hold.resource for hold in holds)
                note = self._both(say("holds", resource=names))
        return LaneCell(
            active=active,
            bars=tuple(self._bar(hold, index) for hold in holds),
            waits=wait.kind if wait is not None and not active else "",
            note=note,
        )

    def _bar(self, hold: Hold, index: int) -> Bar:
        return Bar(
            label=show(hold.resource, self.budget.cell_chars),
            pattern=self.patterns[hold.resource],
            starts=hold.first == index,
            ends=hold.last == index and self.trace.cells[index].kind == "release",
        )

    def _blocked(self, wait: Wait | None) -> Both | None:
        if wait is None or wait.kind == "sleeps":
            return None
        hold = holder_at(self.holds, wait.resource, wait.first, wait.thread)
        if hold is None:
            return None
        since = self.trace.cells[hold.first]
        values = {"holder": self.name(hold.thread), "step": since.step, "line": since.line}
        return self._both(say("held_by_line" if since.line else "held_by", **values))

    def _stuck_row(self) -> Row:
        edges = {waiting.thread: waiting for waiting in self.trace.waiting}
        end = len(self.trace.cells) - 1
        lanes: list[LaneCell] = []
        for lane in self.drawn:
            held = [h for h in self.holds if h.thread == lane and h.last == end]
            bars = tuple(bar for hold in held if not (bar := self._bar(hold, end)).ends)
            bars = tuple(replace(bar, starts=False) for bar in bars)
            edge = edges.get(lane)
            lanes.append(
                LaneCell(
                    active=edge is not None,
                    bars=bars,
                    waits="waits" if edge else "",
                    note=self._both(self._stuck_words(edge)) if edge else None,
                )
            )
        return Row("stuck", says=self._both(say("stuck")), lanes=tuple(lanes))

    def _stuck_words(self, edge: Waiting) -> Text:
        if edge.held_by is None:
            return say("stuck_for", resource=edge.waits_for)
        return say("stuck_held", resource=edge.waits_for, holder=self.name(edge.held_by))

    def _place(self, cell: Cell) -> Text:
        """Say the line; the file only where the trace is in several."""
        place = say("line", line=cell.line)
        if not self.many_files:
            return place
        return Text(zh=f"{cell.file} {place.zh}", en=f"{cell.file} {place.en}")

    def _both(self, sentence: Text) -> Both:
        return show_both(sentence, self.budget.sentence_chars)

    def _value(self, value: str | None) -> Pieces | None:
        return None if value is None else show(value, self.budget.cell_chars, code=True)


def build_table(trace: Trace, budget: Budget, check: CheckResult | None = None) -> TraceTable:
    """Return the table of `trace`; with `check`, it ends with what was expected and seen."""
    builder = _Builder(trace, budget)
    folded = [i for i in range(len(trace.threads)) if i not in builder.drawn]
    others: Both | None = None
    if folded:
        shown = [fit(trace.threads[i].name, 24) for i in folded[:3]]
        names = ", ".join([*shown, "…"] if len(folded) > 3 else shown)
        others = show_both(say("others", count=len(folded), names=names), budget.sentence_chars)
    end: Verdictline | None = None
    if check is not None and check.verdict == "failed":
        end = Verdictline(
            expected=show_both(check.requirement or check.title, budget.sentence_chars),
            seen=show_both(check.message, budget.sentence_chars) if check.message else None,
        )
    return TraceTable(
        lanes=tuple(show(fit(trace.threads[i].name, 28), 60) for i in builder.drawn),
        narrow=len(builder.drawn) > MOST_WIDE_LANES,
        rows=tuple(builder.rows()) if budget.rows else (),
        others=others,
        timed=trace.timed,
        has_values=any(_has_value(cell) for cell in trace.cells),
        end=end,
    )


def name_of(table: TraceTable, lane: int) -> str:
    """Return the name at the head of a lane, for tests and texts."""
    return plain(table.lanes[lane])


def _has_value(cell: Cell) -> bool:
    return cell.value_before is not None or cell.value_after is not None


def _cut_row(count: int) -> Row:
    return Row("cut", says=show_both(say("rows_cut", count=count), 200))
