"""Inbox: the bytes that came out of a sandbox and nobody has read yet; bounded."""

from __future__ import annotations

import threading
import time

from grader.sandbox.channel import ChannelClosed, ChannelTimeout


class Inbox:
    """A bounded byte buffer between one reader thread and one receiver.

    A thread, not select: a Windows pipe cannot be waited for with a deadline, a thread can. The
    bound is what makes an output flood harmless: at `capacity_bytes` the reader stops reading,
    the pipe fills up and the writer inside blocks, at its own cost.
    """

    def __init__(self, capacity_bytes: int) -> None:
        self._capacity_bytes = capacity_bytes
        self._wanted_bytes = 0
        self._bytes = bytearray()
        self._discarding = False
        self._end: str | None = None
        self._changed = threading.Condition()

    def put(self, data: bytes) -> None:
        """Add `data`; blocks while the buffer is full and no larger piece is asked for."""
        with self._changed:
            self._changed.wait_for(self._has_room)
            if not self._discarding:
                self._bytes += data
                self._changed.notify_all()

    def _has_room(self) -> bool:
        # A receiver that wants more than the capacity must get it, or both would wait for ever.
        limit = max(self._capacity_bytes, self._wanted_bytes)
        return self._discarding or len(self._bytes) < limit

    def take(self, size: int, timeout_seconds: float) -> bytes:
        """Return exactly `size` bytes, or raise ChannelClosed or ChannelTimeout."""
        deadline = time.monotonic() + timeout_seconds
        with self._changed:
            self._wanted_bytes = size
            self._changed.notify_all()
            try:
                while len(self._bytes) < size:
                    if self._end is not None or self._discarding:
                        raise ChannelClosed(self._end or "the channel was closed")
                    if not self._changed.wait(deadline - time.monotonic()):
                        raise ChannelTimeout(f"no answer within {timeout_seconds:g} s")
            finally:
                self._wanted_bytes = 0
            data = bytes(self._bytes[:size])
            del self._bytes[:size]
            self._changed.notify_all()
            return data

    def finish(self, reason: str) -> None:
        """Say that no more bytes will come, and why. Only the first reason is kept."""
        with self._changed:
            if self._end is None:
                self._end = reason
            self._changed.notify_all()

    def discard(self) -> None:
        """From now on throw away all bytes, so that a blocked writer can end."""
        with self._changed:
            self._discarding = True
            self._bytes.clear()
            self._changed.notify_all()

    def wait_finished(self, timeout_seconds: float) -> bool:
        """Whether the last byte has come within `timeout_seconds`."""
        with self._changed:
            return self._changed.wait_for(lambda: self._end is not None, timeout_seconds)
