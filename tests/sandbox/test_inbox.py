"""The buffer between reader and receiver: bounded, exact, and never a deadlock."""

from __future__ import annotations

import threading

import pytest

from grader.sandbox.channel import ChannelClosed, ChannelTimeout
from grader.sandbox.inbox import Inbox


def put_in_thread(inbox: Inbox, data: bytes) -> threading.Thread:
    """A writer that may block."""
    thread = threading.Thread(target=inbox.put, args=(data,), daemon=True)
    thread.start()
    return thread


def test_pieces_are_joined_and_cut() -> None:
    """What was put in comes out in order, in any sizes."""
    inbox = Inbox(100)
    for piece in (b"ab", b"", b"cde"):
        inbox.put(piece)
    assert [inbox.take(size, 1) for size in (1, 3, 1)] == [b"a", b"bcd", b"e"]


def test_a_full_buffer_blocks_the_writer_until_there_is_room() -> None:
    """A writer waits at the bound, and goes on once something is taken."""
    inbox = Inbox(4)
    inbox.put(b"1234")
    writer = put_in_thread(inbox, b"5")
    writer.join(0.05)
    assert writer.is_alive()
    assert inbox.take(1, 1) == b"1"
    writer.join(5)
    assert inbox.take(4, 1) == b"2345"


def test_a_large_demand_lifts_the_bound() -> None:
    """A receiver that wants more than the bound gets it."""
    inbox = Inbox(2)
    writers = [put_in_thread(inbox, b"ab") for _ in range(5)]
    assert inbox.take(10, 5) == b"ab" * 5
    for writer in writers:
        writer.join(5)


def test_after_the_end_the_rest_can_be_taken() -> None:
    """The end is no reason to lose bytes that came before; then it raises with the reason."""
    inbox = Inbox(10)
    inbox.put(b"abc")
    inbox.finish("it ended")
    inbox.finish("a later reason")
    assert inbox.take(3, 1) == b"abc"
    with pytest.raises(ChannelClosed, match="it ended"):
        inbox.take(1, 1)


def test_discarding_frees_the_writer_and_the_receiver() -> None:
    """On close a blocked writer goes on, its bytes are thrown away, and nothing can be taken."""
    inbox = Inbox(1)
    inbox.put(b"a")
    writer = put_in_thread(inbox, b"b")
    inbox.discard()
    writer.join(5)
    assert not writer.is_alive()
    with pytest.raises(ChannelClosed):
        inbox.take(1, 1)


def test_no_time_is_a_timeout() -> None:
    """With nothing there and no time left, the answer comes at once."""
    with pytest.raises(ChannelTimeout):
        Inbox(10).take(1, 0)
