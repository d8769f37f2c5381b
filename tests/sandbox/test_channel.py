"""What both channels promise: whole messages, time-outs, and an end that always comes."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from grader.sandbox.channel import Channel, ChannelClosed, ChannelTimeout
from grader.sandbox.limits import MIB
from tests.sandbox.conftest import ECHO, SMALL, read_line

Opener = Callable[..., Channel]


def test_bytes_come_back_whole_and_in_order(run_inside: Opener) -> None:
    """What is sent arrives unchanged, whatever the sizes of the reads."""
    channel = run_inside(ECHO)
    data = bytes(range(256)) * 200
    channel.send(data)
    assert channel.receive(7, 20) + channel.receive(len(data) - 7, 20) == data


def test_a_message_larger_than_the_buffer_arrives(run_inside: Opener) -> None:
    """The bound on unread output does not stop one large piece that is asked for."""
    channel = run_inside(f"print('x' * {3 * MIB}, end='', flush=True); input()")
    assert channel.receive(3 * MIB, 20) == b"x" * 3 * MIB


def test_a_timeout_consumes_nothing(run_inside: Opener) -> None:
    """A receive that ran out of time leaves the bytes that did come."""
    channel = run_inside(ECHO)
    channel.send(b"abc")
    assert channel.receive(1, 20) == b"a"
    with pytest.raises(ChannelTimeout):
        channel.receive(3, 0.05)
    assert channel.receive(2, 20) == b"bc"


def test_the_end_of_the_program_closes_the_channel(run_inside: Opener) -> None:
    """Bytes written before the end can still be read; after them the channel is closed."""
    channel = run_inside("print('bye', flush=True); raise SystemExit(7)")
    assert read_line(channel) == "bye"
    with pytest.raises(ChannelClosed):
        channel.receive(1, 20)
    ending = channel.close()
    assert (ending.exit_code, ending.killed) == (7, False)


def test_end_of_input_lets_the_program_end_by_itself(run_inside: Opener) -> None:
    """Closing is first a polite end of stdin: a supervisor that heeds it is not killed."""
    channel = run_inside(ECHO)
    channel.send(b"x")
    channel.receive(1, 20)
    ending = channel.close()
    assert (ending.exit_code, ending.killed) == (0, False)


def test_closing_twice_gives_the_same_ending(run_inside: Opener) -> None:
    """Close is idempotent, and nothing can be received after it."""
    channel = run_inside(ECHO)
    assert channel.close() is channel.close()
    with pytest.raises(ChannelClosed):
        channel.receive(1, 1)
    with pytest.raises(ChannelClosed):
        channel.send(b"x")


@pytest.mark.slow
def test_a_program_that_ignores_the_end_is_killed(run_inside: Opener) -> None:
    """A supervisor that goes on after the end of stdin is ended by force, and that is said."""
    channel = run_inside("print('up', flush=True)\nwhile True: pass")
    read_line(channel)
    assert channel.close().killed


@pytest.mark.slow
def test_closing_during_a_flood_does_not_hang(run_inside: Opener) -> None:
    """Output without end, unread, cannot hold up the end (it hung Docker's kill for minutes)."""
    channel = run_inside("import os\nwhile True: os.write(1, b'x' * 65536)")
    channel.receive(100, 20)
    began = time.monotonic()
    assert channel.close().killed
    assert time.monotonic() - began < 60


def test_what_stderr_said_is_kept(run_inside: Opener) -> None:
    """A traceback of our own supervisor is not lost."""
    channel = run_inside("raise RuntimeError('broken supervisor')")
    with pytest.raises(ChannelClosed):
        channel.receive(1, 20)
    assert "RuntimeError: broken supervisor" in channel.close().stderr


@pytest.mark.slow
def test_a_flood_on_stderr_is_cut(run_inside: Opener) -> None:
    """Only the last part of stderr is kept, however much there was."""
    channel = run_inside("import sys\nfor i in range(200000): print('noise', i, file=sys.stderr)")
    with pytest.raises(ChannelClosed):
        channel.receive(1, 60)
    stderr = channel.close().stderr
    assert len(stderr) <= 64 * 1024
    assert stderr.endswith("noise 199999\n")


@pytest.mark.slow
def test_the_wall_limit_ends_a_send_to_a_program_that_never_reads(run_inside: Opener) -> None:
    """A sender is not blocked for ever: the wall limit is a safety net for it too."""
    limits = SMALL.model_copy(update={"wall_seconds": 1.0})
    channel = run_inside("print('up', flush=True)\nwhile True: pass", limits)
    read_line(channel)
    with pytest.raises(ChannelTimeout):
        channel.send(b"x" * 64 * MIB)
    with pytest.raises((ChannelTimeout, ChannelClosed)):
        channel.receive(1, 20)


def test_pinning_keeps_the_program_on_one_core(run_inside: Opener) -> None:
    """A channel that was opened for core 0 runs on core 0 only."""
    channel = run_inside("import os; print(os.sched_getaffinity(0), flush=True); input()", SMALL, 0)
    assert read_line(channel) == "{0}"
