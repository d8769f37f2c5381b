"""Waiting by looking: noticed in `while` loops, never in `for` loops, and never unfair to others."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from grader.runtime.wire import Op
from grader.runtime.world.core import SPIN_STEP_NS, STARVED_DECISIONS
from grader.runtime.world.resources import Pending
from grader.runtime.world.spinning import SPIN_TURNS, YIELD_TURNS
from grader.runtime.world.terms import Limits
from tests.runtime.world.playing import (
    SECOND,
    Body,
    Do,
    acquire,
    lock,
    play,
    release,
    sleep,
    start_and_join,
)

Steps = Generator[Do, int, None]
FLAG, PLACE = 5, 7
VARIABLE = {FLAG: ("variable", 0, None)}
WHILE = {PLACE: "while"}


class Stubborn:
    """Always the thread that is named, where it may be chosen."""

    def __init__(self, thread: int) -> None:
        self._thread = thread

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        return self._thread if any(p.thread == self._thread for p in options) else default

    def performed(self, pending: Pending, others: list[Pending]) -> None:
        """Nothing to learn."""


def spinner(done: list[bool], op: Op = Op.READ, weight: int = 1) -> Body:
    """Looks at a flag until it is up."""

    def body() -> Steps:
        while not done:
            yield Do(op, FLAG if op is Op.READ else 0, weight, where=PLACE)

    return body


def setter(done: list[bool], delay: float = 0.0) -> Body:
    """Puts the flag up, after a while."""

    def body() -> Steps:
        if delay:
            yield sleep(delay)
        yield Do(Op.WRITE, FLAG)
        done.append(True)
        yield Do(Op.OUTPUT, argument=1)

    return body


def test_a_spinner_never_starves_the_thread_that_it_waits_for() -> None:
    """Even a strategy that loves the spinner lets the others go on after a few turns."""
    done: list[bool] = []
    bodies = spinner(done), setter(done)
    played = play(start_and_join(*bodies), Stubborn(1), resources=VARIABLE, loops=WHILE)
    looks = [row for row in played.world.log if row[2] == "READ"]
    assert played.stop.reason == "exit"
    assert YIELD_TURNS <= len(looks) <= 6 * YIELD_TURNS


def test_time_passes_for_a_spinner_when_nobody_else_can_run() -> None:
    """The clock jumps to the deadline that the spinner waits for, and the spin is put down."""
    done: list[bool] = []
    bodies = spinner(done), setter(done, 30)
    played = play(start_and_join(*bodies), resources=VARIABLE, loops=WHILE)
    assert (played.stop.reason, played.world.clock) == ("exit", 30 * SECOND)
    [spin] = played.world.spins
    assert (spin["thread"], spin["where"], spin["looked_at"]) == (1, PLACE, [FLAG])


def test_who_reads_the_clock_sees_it_move_in_small_steps() -> None:
    """A loop that waits for a time of the day gets there, without a deadline of anybody."""
    seen: list[bool] = []

    def body() -> Steps:
        for turn in range(40 * SPIN_TURNS):
            yield Do(Op.CLOCK, argument=16, where=PLACE)
            if turn > 2 * SPIN_TURNS:
                seen.append(True)
                return

    played = play(body, loops=WHILE)
    assert played.stop.reason == "exit" and seen
    assert played.world.clock > 0 and played.world.clock % SPIN_STEP_NS == 0
    assert played.world.spins[0]["clock"]


def test_spinning_for_ever_on_what_nobody_changes_is_a_livelock() -> None:
    """With no deadline and no reader of the clock, nothing can ever happen again."""
    played = play(spinner([]), resources=VARIABLE, loops=WHILE)
    assert played.stop.reason == "livelock"
    assert played.world.spins[0]["where"] == PLACE


def test_two_that_wait_for_each_other_by_looking_are_a_livelock() -> None:
    """Both are put down."""
    played = play(start_and_join(spinner([]), spinner([])), resources=VARIABLE, loops=WHILE)
    assert played.stop.reason == "livelock"
    assert {spin["thread"] for spin in played.world.spins} == {1, 2}


def test_looking_in_a_for_loop_is_work() -> None:
    """A `for` loop ends by itself, however long: no spin, no yielding, no livelock."""

    def reader() -> Steps:
        for _ in range(3 * SPIN_TURNS):
            yield Do(Op.READ, FLAG, 1, where=PLACE)

    played = play(reader, resources=VARIABLE, loops={PLACE: "for"})
    assert (played.stop.reason, played.world.spins) == ("exit", [])


@pytest.mark.parametrize("weight", [1, 64, 4096])
def test_a_spin_is_forgiven_once_somebody_did_something(weight: int) -> None:
    """Heavy looks of before the other's step do not make a livelock of the look after it."""
    done: list[bool] = []

    def quiet() -> Steps:
        done.append(True)
        yield acquire(1)

    def looks_on() -> Steps:
        while not done:
            yield Do(Op.READ, FLAG, weight, where=PLACE)
        yield Do(Op.READ, FLAG, weight, where=PLACE)
        yield Do(Op.OUTPUT, argument=1)

    resources = VARIABLE | lock()
    played = play(start_and_join(looks_on, quiet), Stubborn(1), resources=resources, loops=WHILE)
    assert played.stop.reason == "exit"


def test_any_effect_makes_a_thread_a_worker_again() -> None:
    """A loop that also writes is no spin, however often it looks."""

    def worker() -> Steps:
        for _ in range(SPIN_TURNS):
            yield Do(Op.READ, FLAG, 1, where=PLACE)
            yield Do(Op.READ, FLAG, 1, where=PLACE)
            yield Do(Op.WRITE, FLAG)

    assert play(worker, resources=VARIABLE, loops=WHILE).world.spins == []


def test_taking_a_lock_to_look_is_still_only_looking() -> None:
    """`while True: with lock: if flag: break` spins too."""

    def polite() -> Steps:
        while True:
            yield acquire(1, where=PLACE)
            yield Do(Op.READ, FLAG, 1, where=PLACE)
            yield release(1)

    played = play(polite, resources=VARIABLE | lock(), loops=WHILE)
    assert (played.stop.reason, len(played.world.spins)) == ("livelock", 1)


def test_short_sleeps_between_looks_are_polling() -> None:
    """Ten turns of look and nap at one place are put down as polling, with the nap's length."""

    def poller() -> Steps:
        for _ in range(15):
            yield Do(Op.IS_SET, 1, where=PLACE)
            yield Do(Op.SLEEP, wait_ns=SECOND // 100, where=PLACE)

    played = play(poller, resources={1: ("event", 0, None)}, loops=WHILE)
    [poll] = played.world.polls
    assert (poll["thread"], poll["where"], poll["wait_ns"]) == (0, PLACE, SECOND // 100)


def test_nobody_is_passed_over_for_ever() -> None:
    """A thread that a strategy never chooses gets its turn after a fixed number of decisions."""

    def busy() -> Steps:
        for _ in range(3 * STARVED_DECISIONS):
            yield Do(Op.OUTPUT, argument=1)

    def once() -> Steps:
        yield Do(Op.OUTPUT, argument=2)

    main = start_and_join(busy, once)
    played = play(main, Stubborn(1), limits=Limits(output_bytes=1 << 30))
    first = next(i for i, step in enumerate(played.operations) if step[0] == 2)
    assert first <= 2 * STARVED_DECISIONS + 10  # main, which starts it, had to wait as long
