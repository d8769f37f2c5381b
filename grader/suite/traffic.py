"""What went through pipes that the student's code uses directly: messages and bytes."""

from __future__ import annotations

from dataclasses import dataclass

from grader.evidence.exchange import Chunk, Message, Stream, exchange_of, lines_after
from grader.evidence.schedule import Schedule

_SHORTEST = 1


@dataclass(frozen=True)
class Crossing:
    """Something that one process sent and another received."""

    sender: int
    receiver: int
    received_at: int
    shown: str


def messages_between(schedule: Schedule) -> list[Message]:
    """Messages that were sent; those that the sender's own process received are left out."""
    return [
        m for m in exchange_of(schedule).messages
        if m.received_by is None
        or schedule.process_of(m.received_by) != schedule.process_of(m.sent_by)
    ]


def is_of_student(schedule: Schedule, where: int) -> bool:
    """Did the student's code ask for it, and not the library on its own account?"""
    return bool(schedule.stack(where))


def crossings(schedule: Schedule) -> list[Crossing]:
    """What went from one process to another."""
    found = [
        Crossing(m.sent_by, m.received_by, m.received_at or 0, m.value.shown)
        for m in messages_between(schedule)
        if m.received_by is not None and m.digest == m.received_digest
    ]
    for stream in exchange_of(schedule).streams.values():
        writers = {schedule.process_of(c.thread).number for c in stream.written}
        for chunk in stream.read:
            if chunk.size and writers - {schedule.process_of(chunk.thread).number}:
                found.append(
                    Crossing(stream.written[0].thread, chunk.thread, chunk.at, repr(chunk.text))
                )
    return found


def sizes(chunks: list[Chunk]) -> int:
    """How many bytes."""
    return sum(chunk.size for chunk in chunks)


def is_message_printed(schedule: Schedule, message: Message) -> bool:
    """Does its receiver print it, whole?"""
    if message.received_by is None or message.received_at is None:
        return False
    process = schedule.process_of(message.received_by).number
    lines = lines_after(schedule, process, message.received_at)
    together = "\n".join(line.text for line in lines)  # a list may be printed one by one
    return bool(lines) and message.value.is_whole_in(together)


def is_stream_printed(schedule: Schedule, stream: Stream) -> bool:
    """Does a reader print a piece that was written, or a line of it, undamaged?"""
    readers = {schedule.process_of(c.thread).number for c in stream.read}
    first = min((c.at for c in stream.read), default=0)
    sent = "".join(chunk.text for chunk in stream.written)
    pieces = {chunk.text.strip() for chunk in stream.written}
    pieces |= {line.strip() for line in sent.splitlines()}
    pieces = {piece for piece in pieces if len(piece) >= _SHORTEST}
    return any(
        piece in line.text or repr(piece)[1:-1] in line.text
        for reader in readers for line in lines_after(schedule, reader, first) for piece in pieces
    )
