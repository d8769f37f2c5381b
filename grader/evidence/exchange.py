"""What went from one process to another: items of queues, messages and bytes of pipes.

Nobody writes on an item which `put` it came from. But a pipe keeps its order, and so does the
buffer in front of it: the n-th message that was written is the n-th that was read. So each item is
followed from `put`, over its sending, to `get`, by counting; what was seen at both ends only has to
agree with that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from grader.evidence.facts import Event, Line
from grader.evidence.schedule import Schedule

_LONG, _BEGINNING = 40, 8
_WHOLE = re.compile(r"-?\d+")
_DECIMAL = re.compile(r"-?\d+\.\d+")
_NUMBER = re.compile(r"-?\d+\.?\d*")


@dataclass(frozen=True, slots=True)
class Value:
    """A value as far as it can be told: its type, its text, the texts of the scalars in it."""

    type: str
    shown: str
    leaves: tuple[str, ...]

    def is_in(self, line: str) -> bool:
        """Does a printed line show it, or a part of it, in whatever form: capitals, a rounded
        number, the beginning or the length of a long text? What has no text is in any line."""
        texts = [leaf.strip() for leaf in self.leaves if leaf.strip()]
        return not texts or any(_shows(line.lower(), text.lower()) for text in texts)

    def is_whole_in(self, line: str) -> bool:
        """Does a line show all of it, as text or as repr?"""
        if self.shown in line:
            return True
        texts = [leaf.strip() for leaf in self.leaves if leaf.strip()]
        return all(text in line for text in texts)


def _shows(line: str, text: str) -> bool:
    if _WHOLE.fullmatch(text):  # 1 is not in "item 10"
        return re.search(rf"(?<![\d.]){re.escape(text)}(?!\d|\.\d)", line) is not None
    if text in line:
        return True
    if len(text) > _LONG:
        return text[:_BEGINNING] in line or re.search(r"\d", line) is not None
    if not _DECIMAL.fullmatch(text):
        return False
    value = float(text)
    return any(
        abs(float(number) - value) <= 0.5001 * 10.0 ** -len(number.partition(".")[2])
        for number in _NUMBER.findall(line)
    )


@dataclass(slots=True)
class Item:
    """One item that was put into a queue between processes. Positions are event indices."""

    queue: int
    value: Value
    put_at: int
    put_by: int
    where: int
    sent_at: int | None = None
    received_at: int | None = None
    taken_at: int | None = None
    taken_by: int | None = None
    taken_where: int = 0


@dataclass(slots=True)
class Message:
    """One message that was sent over a connection. `pipe` and `side` name one direction."""

    pipe: int
    side: int
    value: Value
    size: int
    digest: str
    sent_at: int
    sent_by: int
    where: int
    received_at: int | None = None
    received_by: int | None = None
    received_digest: str = ""


@dataclass(slots=True)
class Chunk:
    """Bytes that one call wrote or read."""

    at: int
    thread: int
    size: int
    text: str


@dataclass(slots=True)
class Stream:
    """One direction of a pipe that is used as a stream of bytes."""

    pipe: int
    side: int
    written: list[Chunk] = field(default_factory=list)
    read: list[Chunk] = field(default_factory=list)


@dataclass
class Exchange:
    """All of it, of one schedule."""

    items: list[Item] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    streams: dict[tuple[int, int], Stream] = field(default_factory=dict)


def exchange_of(schedule: Schedule) -> Exchange:
    """Follow everything that went between processes; worked out once for each schedule."""
    known: Exchange | None = schedule.__dict__.get("_exchange")
    if known is None:
        known = schedule.__dict__["_exchange"] = _Follower(schedule).follow()
    return known


def lines_after(schedule: Schedule, process: int, at: int) -> list[Line]:
    """What a process printed on standard output from event `at` on."""
    return [
        line for line in schedule.lines
        if line.stream == 1 and line.at >= at and schedule.process_of(line.thread).number == process
    ]


def _value(parts: tuple[Any, ...]) -> Value:
    kind, shown, leaves = parts
    return Value(str(kind), str(shown), tuple(str(leaf) for leaf in leaves))


class _Follower:
    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule
        self.found = Exchange()
        self._buffered: dict[tuple[int, int], list[Item]] = {}
        self._queued: dict[int, list[Item]] = {}
        self._in_hand: dict[int, list[Item]] = {}
        self._under_way: dict[tuple[int, int], list[Message]] = {}
        self._last: dict[int, Any] = {}

    def follow(self) -> Exchange:
        takers = {
            "put": self._put, "not_put": self._not_put, "sent": self._sent,
            "not_sent": self._not_sent, "received": self._received, "got": self._got,
            "wrote": self._bytes, "read": self._bytes, "remote_put": self._remote_put,
            "remote_not_put": self._remote_not_put, "remote_got": self._remote_got,
        }
        for event in self.schedule.events:
            if event.op == "note":
                take = takers.get(str(event.note[0]))
                if take is not None:
                    take(event)
        return self.found

    def _is_queue(self, number: int) -> bool:
        found = self.schedule.resources.get(number)
        return found is not None and found.kind == "mp_queue"

    def _process(self, event: Event) -> int:
        return self.schedule.process_of(event.thread).number

    def _put(self, event: Event) -> None:
        number = int(event.note[1])
        if not self._is_queue(number) or not self.schedule.resources[number].first:
            return  # one that a pool has made for itself
        item = Item(number, _value(event.note[2:5]), event.at, event.thread, int(event.note[5]))
        self.found.items.append(item)
        self._buffered.setdefault((self._process(event), number), []).append(item)
        self._last[event.thread] = item

    def _not_put(self, event: Event) -> None:
        item = self._last.pop(event.thread, None)
        if item is not None and item.sent_at is None:
            self.found.items.remove(item)
            self._buffered[self._process(event), item.queue].remove(item)

    def _sent(self, event: Event) -> None:
        _, number, side, size, digest, kind, shown, leaves, where = event.note
        number = int(number)
        if self._is_queue(number):
            waiting = self._buffered.get((self._process(event), number), [])
            mine = next((i for i in waiting if i.put_by == event.thread), None)
            item = mine or (waiting[0] if waiting else None)
            if item is not None:
                waiting.remove(item)
                item.sent_at = event.at
                self._queued.setdefault(number, []).append(item)
            return
        message = Message(
            number, int(side), _value((kind, shown, leaves)), int(size), str(digest), event.at,
            event.thread, int(where),
        )
        self.found.messages.append(message)
        self._under_way.setdefault((number, int(side)), []).append(message)
        self._last[event.thread] = message

    def _not_sent(self, event: Event) -> None:
        number, side = int(event.note[1]), int(event.note[2])
        message = self._last.get(event.thread)
        if isinstance(message, Message) and message in self._under_way.get((number, side), []):
            self._under_way[number, side].remove(message)
            self.found.messages.remove(message)

    def _received(self, event: Event) -> None:
        number, side, digest = int(event.note[1]), int(event.note[2]), str(event.note[4])
        if self._is_queue(number):
            queued = self._queued.get(number)
            if queued:
                item = queued.pop(0)
                item.received_at = event.at
                self._in_hand.setdefault(event.thread, []).append(item)
            return
        under_way = self._under_way.get((number, side))
        if under_way:
            message = under_way.pop(0)
            message.received_at, message.received_by = event.at, event.thread
            message.received_digest = digest

    def _got(self, event: Event) -> None:
        in_hand = self._in_hand.get(event.thread)
        if in_hand:
            item = in_hand.pop(0)
            value = _value(event.note[2:5])
            if item.value != value:
                self._mistook(item, value)
            item.taken_at, item.taken_by = event.at, event.thread
            item.taken_where = int(event.note[5])

    def _remote_put(self, event: Event) -> None:
        """Into a manager's queue. Those have numbers of their own, told apart by the sign."""
        item = Item(
            -int(event.note[1]), _value(event.note[2:5]), event.at, event.thread,
            int(event.note[5]), sent_at=event.at,
        )
        self.found.items.append(item)
        self._last[event.thread] = item

    def _remote_not_put(self, event: Event) -> None:
        item = self._last.pop(event.thread, None)
        if item in self.found.items:
            self.found.items.remove(item)

    def _remote_got(self, event: Event) -> None:
        """Which of several equal ones it was makes no difference."""
        number, value = -int(event.note[1]), _value(event.note[2:5])
        left = [i for i in self.found.items if i.queue == number and i.taken_at is None]
        item = next((i for i in left if i.value == value), None)
        if item is not None:
            item.taken_at, item.taken_by = event.at, event.thread
            item.taken_where = int(event.note[5])

    def _mistook(self, item: Item, value: Value) -> None:
        """Two threads of one process put at the same time, and the second was first into the
        buffer: each of the two items is the other."""
        process = self.schedule.process_of(item.put_by)
        other = next(
            (i for i in self.found.items if i.queue == item.queue and i.taken_at is None
             and i.value == value and self.schedule.process_of(i.put_by) == process), None,
        )
        if other is not None:
            for name in ("value", "put_at", "put_by", "where"):
                mine, its = getattr(item, name), getattr(other, name)
                setattr(item, name, its)
                setattr(other, name, mine)

    def _bytes(self, event: Event) -> None:
        kind, number, side, size, text = event.note[:5]
        if self._is_queue(int(number)):
            return
        key = int(number), int(side)
        stream = self.found.streams.setdefault(key, Stream(*key))
        chunk = Chunk(event.at, event.thread, int(size), str(text))
        (stream.written if kind == "wrote" else stream.read).append(chunk)
