"""The birth log: fixed records in memory that the tracer writes and the supervisor reads.

Why shared memory and not a pipe: a pipe holds 64 KiB, and a tracer that waits for a reader stops
every birth in the program, while the reader may be waiting for the program. Memory never blocks.
It needs no lock either, because of who waits for whom: the tracer writes the record of an event
BEFORE it lets the task go on, so whatever that task then says to the supervisor comes through
the kernel after the record. Asking "what happened up to now" therefore needs no question to the
tracer at all, only a look (3 us).
"""

from __future__ import annotations

import mmap
import struct
import time
from typing import Literal, NamedTuple

Kind = Literal["thread", "process", "exec", "exit"]

_KINDS: tuple[Kind, ...] = ("thread", "process", "exec", "exit")
_RECORD = struct.Struct("=B3xiiiiiq16s")  # 48 bytes
_COUNT = struct.Struct("=q")  # at 0: how many records were ever written
_STATUS = struct.Struct("=q")  # at 8: the wait status of the program's first process, or -1
_RECORDS_OFFSET = 16


class Event(NamedTuple):
    """One thing the kernel reported about one task."""

    kind: Kind
    tid: int  # the new task; for exec and exit the task itself
    pid: int  # its process
    parent_tid: int  # of a birth: the task that asked for it; 0: it was gone when we looked
    parent_pid: int  # of a birth
    status: int  # of an exit: as waitpid gives it; of an exec: the tid that called it
    time_ns: int  # of the monotonic clock
    comm: str  # of an exec: the new program's name, at most 15 bytes


class EventsLost(Exception):
    """More events came since the mark than the log holds; counts would be wrong."""


class BirthLog:
    """A ring of `capacity` records in anonymous shared memory (48 bytes each)."""

    def __init__(self, capacity: int = 1 << 16) -> None:
        self._capacity = capacity
        self._memory = mmap.mmap(-1, _RECORDS_OFFSET + capacity * _RECORD.size)
        _STATUS.pack_into(self._memory, 8, -1)

    def write(
        self,
        kind: Kind,
        tid: int,
        pid: int,
        *,
        parent: tuple[int, int] = (0, 0),
        status: int = 0,
        comm: str = "",
    ) -> None:
        """Add a record; `parent` is (tid, pid). The tracer only."""
        count = self.count()
        _RECORD.pack_into(
            self._memory,
            _RECORDS_OFFSET + count % self._capacity * _RECORD.size,
            _KINDS.index(kind),
            tid,
            pid,
            *parent,
            status,
            time.monotonic_ns(),
            comm.encode()[:16],
        )
        _COUNT.pack_into(self._memory, 0, count + 1)

    def count(self) -> int:
        """How many records were ever written: a mark for `read`."""
        return int(_COUNT.unpack_from(self._memory)[0])

    def read(self, since: int = 0) -> list[Event]:
        """The events from mark `since` to now. Raises EventsLost when some are overwritten."""
        end = self.count()
        events = [self._read_one(position) for position in range(since, end)]
        if self.count() - since > self._capacity:  # looked at after reading: they were ours
            raise EventsLost(f"{end - since} events, room for {self._capacity}")
        return events

    def set_status(self, status: int) -> None:
        """Say how the program's first process ended. The tracer only."""
        _STATUS.pack_into(self._memory, 8, status)

    def status(self) -> int | None:
        """The wait status of the program's first process; None while it runs."""
        status = int(_STATUS.unpack_from(self._memory, 8)[0])
        return None if status < 0 else status

    def close(self) -> None:
        """Give the memory back; in the program's own process before its first instruction."""
        self._memory.close()

    def _read_one(self, position: int) -> Event:
        offset = _RECORDS_OFFSET + position % self._capacity * _RECORD.size
        kind, tid, pid, parent_tid, parent_pid, status, time_ns, comm = _RECORD.unpack_from(
            self._memory, offset
        )
        name = comm.rstrip(b"\0").decode("utf-8", "replace")
        return Event(_KINDS[kind], tid, pid, parent_tid, parent_pid, status, time_ns, name)
