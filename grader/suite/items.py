"""Items of queues between processes: which are data and which only say "that was all".

An end mark is no item: it needs no line and may stay in the queue. Nobody says which values are
end marks, so it is read from what happens to them: no taker ever prints one, and whoever puts one
puts nothing else afterwards. A value that was never even taken must also be of another type than
the data, or have been taken as an end mark elsewhere: else a lost last item would look like one.
"""

from __future__ import annotations

from collections.abc import Iterable

from grader.evidence.exchange import Item, Value, exchange_of, lines_after
from grader.evidence.facts import Line
from grader.evidence.schedule import Schedule

_WORKERS = ("worker", "_process_worker")
"""the functions that workers of the library's two kinds of pools run"""


def data_items(schedule: Schedule) -> list[Item]:
    """The items that are no end marks, in the order of `put`; worked out once for each schedule."""
    known: list[Item] | None = schedule.__dict__.get("_data_items")
    if known is None:
        items = exchange_of(schedule).items
        marks = end_marks(schedule, items)
        known = [item for item in items if item.value not in marks]
        schedule.__dict__["_data_items"] = known
    return known


def is_printed(schedule: Schedule, item: Item) -> bool:
    """Has its taker printed a line with it?"""
    return _line_of(schedule, item) is not None


def _line_of(schedule: Schedule, item: Item) -> Line | None:
    if item.taken_by is None or item.taken_at is None:
        return None
    process = schedule.process_of(item.taken_by).number
    for line in lines_after(schedule, process, item.taken_at):
        if item.value.is_in(line.text):
            return line
    return None


def share_a_worker(schedule: Schedule, item: Item) -> bool:
    """Did a pool give the job that puts and the job that takes to one of its several workers? Which
    worker has a job is the pool's choice, made anew in every run."""
    if item.taken_by is None:
        return False
    worker = schedule.process_of(item.put_by)
    if worker != schedule.process_of(item.taken_by) or worker.target not in _WORKERS:
        return False
    several = any(note.note[1] > 1 for note in schedule.notes("pool"))
    put, taken = (schedule.stack(where)[::-1] for where in (item.where, item.taken_where))
    first = next(((a, b) for a, b in zip(put, taken, strict=False) if a != b), None)
    return several and first is not None and first[0].function != first[1].function


def end_marks(schedule: Schedule, items: list[Item]) -> set[Value]:
    """The values that are end marks here."""
    groups: dict[Value, list[Item]] = {}
    for item in items:
        groups.setdefault(item.value, []).append(item)
    marks = {
        value for value, group in groups.items()
        if _is_last(items, group) and not _shows(schedule, group)
    }
    data_types = {item.value.type for item in items if item.value not in marks}
    return {value for value in marks if _may_be_mark(value, groups[value], data_types)}


def _may_be_mark(value: Value, group: list[Item], data_types: set[str]) -> bool:
    if not data_types:
        return value.type == "NoneType"
    taken = any(item.taken_at is not None for item in group)
    return value.type not in data_types or (taken and bool(value.leaves))


def _is_last(items: list[Item], group: Iterable[Item]) -> bool:
    """Does each thread that puts one of these put nothing else into that queue afterwards?"""
    value = next(iter(group)).value
    first: dict[tuple[int, int], int] = {}
    for item in group:
        first.setdefault((item.put_by, item.queue), item.put_at)
    return all(
        item.value == value or item.put_at < first.get((item.put_by, item.queue), item.put_at + 1)
        for item in items
    )


def _shows(schedule: Schedule, group: list[Item]) -> bool:
    """Is one of these printed by the process that took it?"""
    return any(_line_of(schedule, item) is not None for item in group)
