"""What happens next in a world: blocking, time, deadlocks, exits, signals."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from grader.runtime.wire import DONE, THREADS_LIMIT, TIMED_OUT, Op
from grader.runtime.world.resources import Pending
from grader.runtime.world.terms import CLOCK, Limits
from tests.runtime.world.playing import (
    SECOND,
    Body,
    Do,
    acquire,
    join,
    lock,
    play,
    release,
    sleep,
    start,
    start_and_join,
)

Steps = Generator[Do, int, None]


class ClockFirst:
    """Lets time pass whenever that is allowed."""

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        return CLOCK if clock else default

    def performed(self, pending: Pending, others: list[Pending]) -> None:
        """Nothing to learn."""


def holder(first: int, second: int) -> Body:
    """A thread that takes two locks, one after the other, with a pause between."""

    def body() -> Steps:
        yield acquire(first, where=first)
        yield sleep(1)
        yield acquire(second, where=10 + second)
        yield release(second)
        yield release(first)

    return body


def test_a_program_without_threads_runs_to_its_exit() -> None:
    """One thread alone needs no decision at all."""

    def main() -> Steps:
        yield Do(Op.OUTPUT, argument=1)

    played = play(main)
    assert (played.stop.reason, played.stop.status, played.world.decisions) == ("exit", 0, 0)
    assert played.operations == [(0, "BEGIN"), (0, "OUTPUT"), (0, "END"), (0, "EXIT")]


def test_two_locks_in_two_orders_end_in_a_deadlock_with_its_cycle() -> None:
    """The wait-for graph names who waits for what, held by whom, at which place."""
    played = play(start_and_join(holder(1, 2), holder(2, 1)), resources=lock(1) | lock(2))
    assert played.stop.reason == "deadlock"
    waiting = {entry["thread"]: entry for entry in played.world.waiting()}
    assert (waiting[1]["resource"], waiting[1]["held_by"], waiting[1]["where"]) == (2, [2], 12)
    assert (waiting[2]["resource"], waiting[2]["held_by"], waiting[2]["where"]) == (1, [1], 11)
    assert (waiting[0]["op"], waiting[0]["held_by"]) == ("JOIN", [1])
    assert all(entry["deadline"] is None for entry in waiting.values())


def test_a_deadlock_is_no_deadlock_while_a_deadline_is_left() -> None:
    """A time-out in the cycle lets the clock jump there, and everybody goes on."""

    def patient() -> Steps:
        yield acquire(2)
        yield sleep(1)
        got = yield acquire(1, wait_ns=3 * SECOND)
        assert got == TIMED_OUT
        yield release(2)

    played = play(start_and_join(holder(1, 2), patient), resources=lock(1) | lock(2))
    assert (played.stop.reason, played.world.clock) == ("exit", 4 * SECOND)


def test_the_clock_jumps_only_when_nobody_can_run() -> None:
    """Under the respected policy work takes no time, however much there is of it."""

    def worker() -> Steps:
        for _ in range(50):
            yield Do(Op.OUTPUT, argument=1)

    def sleeper() -> Steps:
        yield sleep(30)

    played = play(start_and_join(sleeper, worker))
    assert set(played.times(Op.OUTPUT)) == {0}
    assert (played.times(Op.SLEEP), played.world.clock) == ([30 * SECOND], 30 * SECOND)


def test_deadlines_at_the_same_moment_are_all_due() -> None:
    """Equal deadlines come true together, in the order in which they were asked for."""

    def sleeper() -> Steps:
        yield sleep(2)

    played = play(start_and_join(sleeper, sleeper, sleeper))
    woken = [thread for thread, op in played.operations if op == "SLEEP"]
    assert woken == [1, 2, 3] and played.times(Op.SLEEP) == [2 * SECOND] * 3


@pytest.mark.parametrize(
    ("resource", "op"),
    [
        (("lock", 0, None), Op.ACQUIRE), (("semaphore", 0, None), Op.ACQUIRE),
        (("event", 0, None), Op.WAIT), (("queue", 0, None), Op.GET),
    ],
)
@pytest.mark.parametrize("wait", [0, 5 * SECOND])
def test_waits_run_out_at_their_deadline(
    resource: tuple[str, int, int | None], op: Op, wait: int
) -> None:
    """Each blocking operation gives up at its time, and says so."""

    def main() -> Steps:
        if resource[0] == "lock":
            yield acquire(1)
        result = yield Do(op, 1, wait_ns=wait)
        assert result == TIMED_OUT

    played = play(main, resources={1: resource})
    assert (played.stop.reason, played.world.clock) == ("exit", wait)


def test_a_join_that_runs_out_leaves_the_thread_alone() -> None:
    """Joins time out, is_alive knows, and a later join succeeds."""

    def sleeper() -> Steps:
        yield sleep(10)

    def main() -> Steps:
        child = yield start(sleeper)
        results = [(yield join(child, SECOND)), (yield Do(Op.ALIVE, argument=child))]
        results += [(yield join(child)), (yield Do(Op.ALIVE, argument=child))]
        assert results == [TIMED_OUT, 1, DONE, 0]

    assert play(main).world.clock == 10 * SECOND


def test_an_operation_that_became_possible_at_its_deadline_is_done() -> None:
    """What is free at the last moment is taken; time-outs do not win ties."""

    def giver() -> Steps:
        yield sleep(2)
        yield release(1)

    def main() -> Steps:
        yield acquire(1)
        yield start(giver)
        result = yield acquire(1, wait_ns=2 * SECOND)
        assert result in (DONE, TIMED_OUT)

    assert play(main, resources=lock()).world.clock == 2 * SECOND


def test_under_the_perturbed_policy_time_may_pass_early() -> None:
    """A strategy may let a deadline pass although somebody could run; that is put down."""

    def worker() -> Steps:
        yield Do(Op.OUTPUT, argument=1)

    def sleeper() -> Steps:
        yield sleep(1)

    main = start_and_join(sleeper, worker)
    early = play(main, ClockFirst(), perturbed=True)
    assert early.times(Op.OUTPUT) == [SECOND]
    assert any(chosen == CLOCK for _, _, chosen in early.world.deviations)
    assert play(main, ClockFirst()).times(Op.OUTPUT) == [0]


def test_steps_are_bounded() -> None:
    """A program that goes on for ever ends by count, the same on every machine."""

    def main() -> Steps:
        while True:
            yield Do(Op.OUTPUT, argument=1)

    played = play(main, limits=Limits(steps=50))
    assert (played.stop.reason, played.world.steps) == ("steps", 50)


def test_threads_are_bounded() -> None:
    """Beyond what the engine has pipes for, no verdict can be given: the limit is ours."""

    def nothing() -> Steps:
        yield sleep(0)

    def main() -> Steps:
        for _ in range(THREADS_LIMIT):
            yield start(nothing)

    played = play(main)
    assert (played.stop.reason, len(played.world.threads)) == ("unmodelled", THREADS_LIMIT)


def test_what_is_not_modelled_stops_the_schedule() -> None:
    """Nothing is granted after it."""

    def main() -> Steps:
        yield Do(Op.UNMODELLED)
        yield Do(Op.OUTPUT, argument=1)

    played = play(main)
    assert (played.stop.reason, played.operations[-1]) == ("unmodelled", (0, "UNMODELLED"))


def test_an_alarm_breaks_the_main_threads_wait_off_and_it_goes_on() -> None:
    """The signal comes at its time; a sleep keeps its deadline, a pause ends."""

    def main() -> Steps:
        yield Do(Op.ALARM, wait_ns=2 * SECOND)
        yield sleep(5)
        yield Do(Op.ALARM, wait_ns=SECOND)
        yield Do(Op.PAUSE, argument=1)
        left = yield Do(Op.ALARM, wait_ns=9 * SECOND)
        assert left == 0
        left = yield Do(Op.ALARM, wait_ns=0)
        assert left == 9 * SECOND

    played = play(main)
    signals = [row[0] for row in played.world.log if row[2] == "SIGNAL"]
    assert signals == [2 * SECOND, 6 * SECOND]
    assert (played.stop.reason, played.world.clock) == ("exit", 6 * SECOND)


def test_an_interval_timer_rings_again() -> None:
    """Each ring ends one pause."""

    def main() -> Steps:
        yield Do(Op.ALARM, argument=SECOND, wait_ns=3 * SECOND)
        for _ in range(3):
            yield Do(Op.PAUSE, argument=1)

    assert play(main).world.clock == 5 * SECOND


def test_an_alarm_finds_only_the_main_thread() -> None:
    """Other threads sleep through it."""

    def sleeper() -> Steps:
        yield sleep(5)

    def main() -> Steps:
        yield Do(Op.ALARM, wait_ns=SECOND)
        child = yield start(sleeper)
        yield join(child)

    played = play(main)
    assert [row[1] for row in played.world.log if row[2] == "SIGNAL"] == [0]
    assert (played.stop.reason, played.world.clock) == ("exit", 5 * SECOND)


@pytest.mark.parametrize(
    "note", [["resource", 1, "lock", 0, None, 0], ["resource", "x", "lock", 0, None, 0],
             ["resource", 2, "file", 0, None, 0], ["resource", 3], ["queue_size", 1, 3]],
)
def test_notes_that_make_no_sense_are_refused(note: list[object]) -> None:
    """A forged note is an error of the program, never a change of the world."""

    def main() -> Steps:
        yield Do(Op.OUTPUT, argument=1)

    world = play(main, resources=lock()).world
    with pytest.raises((ValueError, TypeError)):
        world.note(0, note)
