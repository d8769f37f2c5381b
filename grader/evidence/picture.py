"""Who handed what to whom in one schedule: the parties, what they did, and each item on its way.

For programs of several processes and for coroutines, where what matters is less who held which lock
than what went from one side to the other. Told in the order of the log; far too much is cut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from grader.evidence.coroutines import PLAIN, Handover
from grader.evidence.exchange import Stream, exchange_of
from grader.evidence.facts import BLOCKING
from grader.evidence.schedule import Schedule
from grader.evidence.waiting import had_to_wait
from grader.model.base import Text, text
from grader.model.result import Lane, Moment, Passage, Picture

MOST_LANES, MOST_MOMENTS, MOST_PASSAGES = 6, 48, 400
_BEFORE_GAP = 10
_SHOWN = 120
Doing = Literal["starts", "gives", "takes", "waits", "goes_on", "raises", "ends"]


@dataclass(frozen=True, slots=True)
class _Act:
    at: int
    party: int
    kind: Doing
    words: Text


@dataclass(frozen=True, slots=True)
class _Way:
    """From one act to another; nobody took it where the second is None."""

    item: str
    given: _Act
    taken: _Act | None


def draw(schedule: Schedule, at: int | None = None) -> Picture | None:
    """The picture, with the event `at` marked; None where nothing went over."""
    if schedule.coroutines.known:
        return _of_coroutines(schedule, at)
    if len(schedule.processes) > 1:
        return _of_processes(schedule, at)
    return None


# -- processes ------------------------------------------------------------------------------------


def _of_processes(schedule: Schedule, at: int | None) -> Picture | None:
    ways = _ways_between_processes(schedule)[:MOST_PASSAGES]
    if not ways:
        return None
    busy = {act.party for way in ways for act in (way.given, way.taken) if act is not None}
    firsts = {p.main for p in schedule.processes.values() if not p.target.endswith("._run_server")}
    acts = [act for thread in sorted(busy | firsts) for act in _acts_of_thread(schedule, thread)]
    lanes = {}
    for thread in sorted(busy | firsts, key=lambda t: (schedule.process_of(t).number, t)):
        process = schedule.process_of(thread)
        if thread == process.main:
            lanes[thread] = Lane(name=process.name, kind="process")
        else:
            lanes[thread] = Lane(
                name=schedule.threads[thread].name, kind="thread", process=process.name
            )
    return _assemble(schedule, lanes, acts, ways, at)


def _ways_between_processes(schedule: Schedule) -> list[_Way]:
    found = exchange_of(schedule)
    ways = [
        _way(item.value.shown, ("put", item.put_at, item.put_by),
             ("get", item.taken_at, item.taken_by))
        for item in found.items
    ] + [
        _way(message.value.shown, ("send", message.sent_at, message.sent_by),
             ("receive", message.received_at, message.received_by))
        for message in found.messages
    ]
    for stream in found.streams.values():
        ways += _ways_of_bytes(stream)
    return sorted(ways, key=lambda way: way.given.at)


_GIVEN = {"put": ("放入", "puts"), "send": ("发送", "sends"), "write": ("写入", "writes"),
          "get": ("取出", "gets"), "receive": ("收到", "receives"), "read": ("读出", "reads")}


def _way(
    item: str, given: tuple[str, int, int], taken: tuple[str, int | None, int | None]
) -> _Way:
    how, put_at, put_by = given
    end: _Act | None = None
    if taken[1] is not None and taken[2] is not None:
        end = _Act(taken[1], taken[2], "takes", _said(taken[0], item))
    return _Way(item, _Act(put_at, put_by, "gives", _said(how, item)), end)


def _said(how: str, item: str) -> Text:
    zh, en = _GIVEN[how]
    return text(f"{zh} {item[:_SHOWN]}", f"{en} {item[:_SHOWN]}")


def _ways_of_bytes(stream: Stream) -> Iterable[_Way]:
    """Each write goes to the read that has its first byte."""
    read_so_far, reads = 0, []
    for chunk in stream.read:
        if chunk.size:
            reads.append((read_so_far, read_so_far + chunk.size, chunk))
            read_so_far += chunk.size
    start = 0
    for chunk in stream.written:
        reader = next((r for low, high, r in reads if low <= start < high), None)
        start += chunk.size
        yield _way(repr(chunk.text), ("write", chunk.at, chunk.thread), (
            "read", reader.at if reader else None, reader.thread if reader else None))


def _acts_of_thread(schedule: Schedule, thread: int) -> list[_Act]:
    process = schedule.process_of(thread)
    known = schedule.threads[thread]
    acts = []
    if thread and known.began is not None:
        acts.append(_Act(known.began, thread, "starts", text("开始", "starts")))
    for event in schedule.of(thread):
        if event.op in BLOCKING and event.asked < event.at and had_to_wait(schedule, event):
            acts.append(_Act(event.asked, thread, "waits", text("等待", "waits")))
            acts.append(_Act(event.at, thread, "goes_on", text("继续", "goes on")))
        elif event.op == "note" and event.note[0] == "exception":
            words = str(event.note[1])[:_SHOWN]
            acts.append(_Act(event.at, thread, "raises", text(f"未捕获的异常 {words}",
                                                              f"uncaught {words}")))
    for blocked in schedule.waiting:
        if blocked.thread == thread:
            last = schedule.of(thread)[-1].at if schedule.of(thread) else 0
            acts.append(_Act(last, thread, "waits", text("一直等待", "waits, for ever")))
    if thread != process.main:
        if known.ended is not None:
            acts.append(_Act(known.ended, thread, "ends", text("结束", "ends")))
    elif process.died is not None:
        code = process.exit_code
        acts.append(_Act(process.died, thread, "ends",
                         text(f"结束，退出码 {code}", f"ends with code {code}")))
    elif not process.number and schedule.exited is not None:
        acts.append(_Act(schedule.exited, thread, "ends", text("结束", "ends")))
    return acts


# -- coroutines -----------------------------------------------------------------------------------


def _of_coroutines(schedule: Schedule, at: int | None) -> Picture | None:
    facts = schedule.coroutines
    handed = [h for h in facts.handed if h.giver and h.taker and h.how != "argument"]
    whole = [*handed, *(h for h in facts.untaken if h.giver)]
    ways = [_way_of(h, lost=h not in handed) for h in whole[:MOST_PASSAGES]]
    if not ways:
        return None
    names = [c.name.replace(".<locals>", "") for c in facts.known.values()]
    lanes = {}
    for coroutine in facts.known.values():
        name = coroutine.name.replace(".<locals>", "")
        if names.count(name) > 1:
            name = f"{name} #{coroutine.number}"
        lanes[coroutine.number] = Lane(name=name, kind=coroutine.kind)
    if PLAIN in {act.party for way in ways for act in (way.given, way.taken) if act is not None}:
        lanes = {PLAIN: Lane(name="<module>", kind="plain"), **lanes}
    words = {0: ("waits", text("等待（await / yield）", "waits (await, yield)")),
             1: ("goes_on", text("继续", "goes on")), 2: ("ends", text("结束", "ends"))}
    acts = [
        _Act(born.at, born.note[1], "starts", text("开始", "starts"))
        for born in schedule.notes("coroutine")
    ]
    for event in schedule.notes("turn"):
        kind, said = words[event.note[2]]
        acts.append(_Act(event.at, event.note[1], kind, said))  # type: ignore[arg-type]
    return _assemble(schedule, lanes, acts, ways, at)


def _way_of(handover: Handover, lost: bool) -> _Way:
    item = handover.whole or (handover.parts[0] if handover.parts else "?")
    shown = item[:_SHOWN]
    given = _Act(handover.given, handover.giver[0], "gives",
                 text(f"交出 {shown}", f"hands over {shown}"))
    if lost:
        return _Way(item, given, None)
    taken = _Act(handover.at, handover.taker[0], "takes", text(f"得到 {shown}", f"gets {shown}"))
    return _Way(item, given, taken)


# -- both -----------------------------------------------------------------------------------------


def _assemble(
    schedule: Schedule, lanes: dict[int, Lane], acts: list[_Act], ways: list[_Way], at: int | None
) -> Picture:
    drawn = _busiest(lanes, ways)
    ends = [act for way in ways for act in (way.given, way.taken) if act is not None]
    told = _without_needless([a for a in [*ends, *acts] if a.party in drawn])
    kept = _window(told, at)
    place = {id(act): number for number, act in enumerate(kept)}
    broken = _nearest(kept, at)
    passages = [
        Passage(
            item=way.item[:_SHOWN], given=place.get(id(way.given)),
            taken=None if way.taken is None else place.get(id(way.taken)), lost=way.taken is None,
        )
        for way in ways if id(way.given) in place or id(way.taken) in place
    ]
    number = {party: lane for lane, party in enumerate(drawn)}
    return Picture(
        lanes=tuple(lanes[party] for party in drawn),
        moments=tuple(
            Moment(
                lane=number[act.party], kind=act.kind, text=act.words, violation=act is broken,
                time_ns=schedule.events[min(act.at, len(schedule.events) - 1)].time,
            )
            for act in kept
        ),
        passages=tuple(passages), cut=len(told) - len(kept),
    )


def _busiest(lanes: dict[int, Lane], ways: list[_Way]) -> list[int]:
    """Those to draw, in their order: where there are too many, who hands over most."""
    load = dict.fromkeys(lanes, 0)
    for way in ways:
        for act in (way.given, way.taken):
            if act is not None and act.party in load:
                load[act.party] += 1
    chosen = sorted(lanes, key=lambda party: -load[party])[:MOST_LANES]
    return [party for party in lanes if party in chosen]


def _without_needless(acts: list[_Act]) -> list[_Act]:
    """In order; without a "goes on" where the next thing that the party does says so, or is to wait
    again."""
    acts = sorted(acts, key=lambda act: act.at)
    left = Counter(act.party for act in acts)
    waits: set[int] = set()
    kept = []
    for act in acts:
        left[act.party] -= 1
        needless = left[act.party] if act.kind == "goes_on" else (
            act.kind == "waits" and act.party in waits)
        if not needless:
            kept.append(act)
            (waits.add if act.kind == "waits" else waits.discard)(act.party)
    return kept


def _window(acts: list[_Act], at: int | None) -> list[_Act]:
    """The beginning, and then what leads to `at`, or what comes next."""
    if len(acts) <= MOST_MOMENTS:
        return acts
    if at is None:
        return acts[:MOST_MOMENTS]
    end = next((n for n, act in enumerate(acts) if act.at > at), len(acts))
    end = max(min(end + 3, len(acts)), MOST_MOMENTS)
    return acts[:_BEFORE_GAP] + acts[end - MOST_MOMENTS + _BEFORE_GAP : end]


def _nearest(acts: list[_Act], at: int | None) -> _Act | None:
    if at is None:
        return None
    before = [act for act in acts if act.at <= at and act.kind not in ("waits", "goes_on")]
    return before[-1] if before else None
