"""Holds and waits, found from the rows of a trace alone."""

from __future__ import annotations

from typing import Any

from grader.model.result import Cell, Trace, TraceThread, Waiting
from grader.report.spans import Hold, Wait, find_holds, find_waits, holder_at
from tests.report import traces


def trace(*acts: tuple[int, Any, str], **more: Any) -> Trace:
    """Rows given as (thread, kind, resource)."""
    cells: list[Cell] = [
        traces.cell(step, thread, kind, "", "", resource=resource)
        for step, (thread, kind, resource) in enumerate(acts, start=1)
    ]
    threads = (TraceThread(name="A"), TraceThread(name="B"))
    return Trace(threads=threads, cells=tuple(cells), **more)


def test_a_hold_lasts_from_acquire_to_release() -> None:
    """Both ends belong to the bar."""
    holds = find_holds(trace((0, "acquire", "x"), (1, "begin", ""), (0, "release", "x")))
    assert holds == (Hold(0, "x", 0, 2),)


def test_a_hold_without_release_lasts_to_the_end() -> None:
    """A lock that is never given back is held in the last row too."""
    assert find_holds(trace((0, "acquire", "x"), (1, "begin", "")))[0].last == 1


def test_a_reentrant_lock_is_one_bar() -> None:
    """The inner acquire and release of an RLock neither start nor end a bar."""
    holds = find_holds(
        trace((0, "acquire", "x"), (0, "acquire", "x"), (0, "release", "x"), (0, "release", "x"))
    )
    assert holds == (Hold(0, "x", 0, 3),)


def test_a_lock_may_be_released_by_another_thread() -> None:
    """The only holder's bar ends, whoever released it."""
    assert find_holds(trace((0, "acquire", "x"), (1, "release", "x"))) == (Hold(0, "x", 0, 1),)


def test_waiting_on_a_condition_gives_its_lock_up() -> None:
    """The bar stops at the wait and starts again at the wake-up."""
    holds = find_holds(
        trace((0, "acquire", "c"), (0, "wait", "c"), (1, "other", ""), (0, "wake", "c"),
              (0, "release", "c"))
    )  # fmt: skip
    assert holds == (Hold(0, "c", 0, 1), Hold(0, "c", 3, 4))


def test_asking_twice_for_a_lock_keeps_it_held() -> None:
    """A thread that waits for itself still holds what it waits for."""
    stuck = (Waiting(thread=0, waits_for="x", held_by=0),)
    selfish = trace((0, "acquire", "x"), (0, "wait", "x"), waiting=stuck)
    holds = find_holds(selfish)
    assert holds == (Hold(0, "x", 0, 1),)
    assert holder_at(holds, "x", 1, 0) == holds[0]


def test_a_wait_lasts_until_the_threads_next_row() -> None:
    """The row before the thread goes on is the last hatched one."""
    waits = find_waits(trace((0, "wait", "x"), (1, "begin", ""), (1, "end", ""), (0, "wake", "x")))
    assert waits == (Wait(0, "x", 0, 2, "waits"),)


def test_joining_a_thread_that_has_ended_is_no_wait() -> None:
    """Only a join that had to wait is hatched."""
    assert find_waits(trace((1, "end", ""), (0, "join", "B"), (1, "other", ""))) == ()
    assert len(find_waits(trace((0, "join", "B"), (1, "end", "")))) == 1


def test_a_stuck_thread_waits_to_the_end_whatever_its_last_row_was() -> None:
    """The wait-for edges say what the rows do not."""
    stuck = (Waiting(thread=0, waits_for="y"),)
    waits = find_waits(trace((0, "acquire", "x"), (1, "begin", ""), waiting=stuck))
    assert waits == (Wait(0, "x", 0, 1, "waits"),)


def test_a_semaphore_with_two_holders_names_none() -> None:
    """Where several hold a place, no single one is to blame."""
    holds = find_holds(trace((0, "acquire", "s"), (1, "acquire", "s"), (1, "other", "")))
    assert holder_at(holds, "s", 2, 9) is None
