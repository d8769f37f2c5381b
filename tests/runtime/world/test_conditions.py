"""Waiting for a condition: the lock given up and taken again, notifies, time-outs, signals."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from grader.runtime.wire import DONE, REFUSED, TIMED_OUT, Op
from grader.runtime.world.core import World
from grader.runtime.world.resources import Condition, Pending, RLock
from grader.runtime.world.strategies import RunToBlock
from grader.runtime.world.terms import Limits
from tests.runtime.world.playing import (
    SECOND,
    Body,
    Do,
    acquire,
    join,
    play,
    release,
    sleep,
    start,
    start_and_join,
)

Steps = Generator[Do, int, None]
LOCK, CONDITION = 1, 2


def with_lock(kind: str) -> dict[int, tuple[str, int, int | None]]:
    """A condition on a lock of one kind."""
    return {LOCK: (kind, 0, None), CONDITION: ("condition", 0, None)}


def wait(wait_ns: int = -1) -> Do:
    """Wait for the condition."""
    return Do(Op.COND_WAIT, CONDITION, LOCK, wait_ns)


def notify(many: int = 1) -> Do:
    """Wake some who wait."""
    return Do(Op.NOTIFY, CONDITION, many)


def waiter(results: list[int], wait_ns: int = -1, depth: int = 1) -> Body:
    """Takes the lock `depth` times, waits, gives it back as often."""

    def body() -> Steps:
        for _ in range(depth):
            yield acquire(LOCK)
        results.append((yield wait(wait_ns)))
        for _ in range(depth):
            given = yield release(LOCK)
            assert given == DONE

    return body


def notifier(delay: float, many: int) -> Body:
    """Waits a while, then notifies under the lock."""

    def body() -> Steps:
        yield sleep(delay)
        yield acquire(LOCK)
        yield notify(many)
        yield sleep(1)
        yield release(LOCK)

    return body


@pytest.mark.parametrize("kind", ["lock", "rlock"])
def test_a_wait_gives_the_lock_up_and_takes_it_again(kind: str) -> None:
    """The notifier gets the lock meanwhile, and the waiter goes on only when it is free again."""
    results: list[int] = []
    played = play(start_and_join(waiter(results), notifier(2, 1)), resources=with_lock(kind))
    assert (played.stop.reason, results) == ("exit", [DONE])
    assert played.times(Op.COND_WAIT) == [3 * SECOND]


def test_a_wait_gives_a_recursive_lock_up_whole() -> None:
    """Three acquires are given up by one wait and are three again afterwards."""
    results: list[int] = []
    bodies = waiter(results, depth=3), notifier(1, 1)
    played = play(start_and_join(*bodies), resources=with_lock("rlock"))
    assert (played.stop.reason, results) == ("exit", [DONE])
    lock = played.world.resources[LOCK]
    assert isinstance(lock, RLock) and (lock.owner, lock.count) == (None, 0)


@pytest.mark.parametrize(("many", "woken"), [(1, 1), (2, 2), (-1, 3)])
def test_a_notify_wakes_so_many_and_the_rest_wait_on(many: int, woken: int) -> None:
    """Those that are not notified are still waiting when nothing else can happen."""
    results: list[int] = []
    bodies = [waiter(results) for _ in range(3)]
    played = play(start_and_join(*bodies, notifier(1, many)), resources=with_lock("lock"))
    assert len(results) == woken
    assert played.stop.reason == ("exit" if woken == 3 else "deadlock")


def test_a_wait_runs_out_and_still_needs_the_lock() -> None:
    """After its time-out the waiter waits for the lock, then says that time ran out."""
    results: list[int] = []

    def hog() -> Steps:
        yield sleep(1)
        yield acquire(LOCK)
        yield sleep(9)
        yield release(LOCK)

    played = play(start_and_join(waiter(results, 2 * SECOND), hog), resources=with_lock("lock"))
    assert (results, played.times(Op.COND_WAIT)) == ([TIMED_OUT], [10 * SECOND])
    condition = played.world.resources[CONDITION]
    assert isinstance(condition, Condition) and condition.waiting == []


def test_a_notify_after_the_time_out_is_lost() -> None:
    """Who gave up waiting is not notified any more."""
    results: list[int] = []
    bodies = waiter(results, SECOND), notifier(2, 1)
    played = play(start_and_join(*bodies), resources=with_lock("lock"))
    notified = next(row for row in played.world.log if row[2] == "NOTIFY")
    assert (results, notified[5]) == ([TIMED_OUT], 0)


def test_a_notify_before_the_wait_is_lost() -> None:
    """A condition keeps nothing: the lost wake-up ends in a deadlock."""
    results: list[int] = []

    def main() -> Steps:
        yield acquire(LOCK)
        woken = yield notify()
        assert woken == 0
        yield release(LOCK)
        child = yield start(waiter(results))
        yield join(child)

    played = play(main, resources=with_lock("lock"))
    assert (played.stop.reason, results) == ("deadlock", [])
    waiting = next(entry for entry in played.world.waiting() if entry["thread"] == 1)
    assert (waiting["op"], waiting["resource"], waiting["held_by"]) == ("COND_WAIT", CONDITION, [])


def test_who_was_notified_but_lacks_the_lock_waits_for_its_owner() -> None:
    """The wait-for graph points at the lock then, not at the condition."""
    results: list[int] = []

    def keeper() -> Steps:
        yield acquire(LOCK)
        yield notify()

    played = play(start_and_join(waiter(results), keeper), resources=with_lock("lock"))
    waiting = next(entry for entry in played.world.waiting() if entry["thread"] == 1)
    assert (waiting["resource"], waiting["held_by"]) == (LOCK, [2])


@pytest.mark.parametrize("kind", ["lock", "rlock"])
def test_a_wait_without_the_lock_is_refused(kind: str) -> None:
    """The library raises an error for it."""
    results: list[int] = []

    def careless() -> Steps:
        results.append((yield wait()))

    played = play(careless, resources=with_lock(kind))
    assert (played.stop.reason, results) == ("exit", [REFUSED])


def test_a_handler_that_raises_leaves_the_condition_with_the_lock() -> None:
    """A wait that is given up is no longer notified, and holds its lock again, as in CPython."""
    world = World(RunToBlock(), perturbed=False, limits=Limits())
    for number, (kind, first, bound) in with_lock("rlock").items():
        world.note(0, ["resource", number, kind, first, bound, 0])
    world.decide()
    for pending in (
        Pending(Op.ALARM, 0, wait_ns=SECOND), Pending(Op.ACQUIRE, 0, LOCK),
        Pending(Op.COND_WAIT, 0, CONDITION, LOCK),
    ):
        world.announce(pending)
        world.decide()
    world.announce(Pending(Op.RESUME, 0, argument=1))
    world.decide()
    condition, lock = world.resources[CONDITION], world.resources[LOCK]
    assert isinstance(condition, Condition) and condition.waiting == []
    assert isinstance(lock, RLock) and (lock.owner, lock.count) == (0, 1)

