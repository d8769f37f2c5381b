"""Births, deaths, signals and copied locks, in the pure world with a kernel made of words."""

from __future__ import annotations

import pytest

from grader.runtime.wire import LOCAL_BITS, SHARED, Op
from grader.runtime.world.control import ProtocolError
from grader.runtime.world.core import World
from grader.runtime.world.processes import CAUGHT, IGNORED
from grader.runtime.world.resources import Lock, Pending
from grader.runtime.world.strategies import RunToBlock
from grader.runtime.world.terms import Grant, Limits, Stop
from grader.runtime.world.testimony import check

LOCK, SEMAPHORE = 1, SHARED | 2


class Kernel:
    """What the test says that the kernel says."""

    def __init__(self) -> None:
        self.ready: set[int] = set()
        self.answer = 9

    def is_ready(self, thread: int) -> bool:
        return thread in self.ready

    def kill(self, process: int, signal: int) -> int:
        return self.answer


def begun() -> tuple[World, Kernel]:
    """A world whose main thread has begun and made a lock and a semaphore."""
    kernel = Kernel()
    world = World(RunToBlock(), False, Limits(), outside=kernel)
    assert world.decide() == Grant(0, 1)
    world.note(0, ["resource", LOCK, "lock", 0, None, 0])
    world.note(0, ["resource", SEMAPHORE, "semaphore", 1, 1, 0])
    return world, kernel


def does(world: World, op: Op, thread: int = 0, **more: int) -> Grant | Stop:
    """A thread announces an operation, and the world decides."""
    world.announce(Pending(op, thread, **more))
    return world.decide()


def forked() -> tuple[World, Kernel]:
    """A world with a child, process 1 and thread 1, in which the parent goes first."""
    world, kernel = begun()
    assert does(world, Op.FORK) == Grant(0, 1 << 16 | 1)
    assert does(world, Op.FORKED, argument=1) == Grant(0, 1)
    return world, kernel


def test_a_child_begins_beside_its_parent() -> None:
    """After a fork both can go on, and who goes first is a choice."""
    world, _ = forked()
    assert does(world, Op.WAIT_CHILD, argument=1) == Grant(1, 1)


def test_a_fork_that_failed_leaves_nothing() -> None:
    """There is nobody to wait for then."""
    world, _ = begun()
    does(world, Op.FORK)
    does(world, Op.FORKED, argument=0)
    assert does(world, Op.WAIT_CHILD, argument=1) == Grant(0, -1)


def test_waiting_gives_the_kernels_status_once() -> None:
    """And then there is no such child any more."""
    world, _ = forked()
    does(world, Op.WAIT_CHILD, argument=-1)
    assert does(world, Op.EXIT, thread=1, argument=3) == Grant(1, 1, leaves=True)
    world.process_ended(1, 3 << 8)
    assert world.decide() == Grant(0, 1 << 16 | 3 << 8)
    assert does(world, Op.WAIT_CHILD, argument=1) == Grant(0, -1)


def test_a_lock_held_at_the_fork_is_held_in_both() -> None:
    """Each has its own from then on: the child gives back its copy, the parent keeps the lock."""
    world, _ = begun()
    does(world, Op.ACQUIRE, resource=LOCK)
    does(world, Op.FORK)
    does(world, Op.FORKED, argument=1)
    copied = 1 << LOCAL_BITS | LOCK
    does(world, Op.WAIT_CHILD, argument=1)
    assert does(world, Op.RELEASE, thread=1, resource=copied, argument=1) == Grant(1, 1)
    ours, its = world.resources[LOCK], world.resources[copied]
    assert isinstance(ours, Lock) and isinstance(its, Lock)
    assert (ours.owner, its.owner) == (0, None)


def test_what_a_dead_process_holds_is_named() -> None:
    """The wait-for graph names the dead thread that took the semaphore."""
    world, _ = forked()
    does(world, Op.WAIT_CHILD, argument=1)
    does(world, Op.ACQUIRE, thread=1, resource=SEMAPHORE)
    does(world, Op.EXIT, thread=1)
    world.process_ended(1, 0)
    world.decide()
    assert does(world, Op.ACQUIRE, resource=SEMAPHORE) == Stop("deadlock")
    assert world.waiting()[0]["held_by"] == [1]


@pytest.mark.parametrize(("answer", "stops"), [(15, False), (IGNORED, False), (CAUGHT, True)])
def test_a_signal_ends_is_ignored_or_is_not_modelled(answer: int, stops: bool) -> None:
    """A handler would run outside of the world's control, so nothing follows upon one."""
    world, kernel = forked()
    kernel.answer = answer
    outcome = does(world, Op.KILL, argument=1 << 8 | 15)
    assert isinstance(outcome, Stop) is stops
    assert (world.family.members[1].status == 15) is (answer == 15)


def test_a_parked_thread_goes_on_when_the_kernel_says_so() -> None:
    """Nothing but the kernel's word makes it ready."""
    world, kernel = begun()
    assert does(world, Op.AWAIT, argument=1) == Stop("deadlock")
    kernel.ready.add(0)
    assert world.decide() == Grant(0, 1)


def test_who_outlives_the_main_process_has_a_second() -> None:
    """Then the schedule ends, as an exit, with the child still there."""
    world, _ = forked()
    assert does(world, Op.EXIT) == Grant(0, 1, leaves=True)
    world.process_ended(0, 0)
    assert world.decide() == Grant(1, 1)
    assert does(world, Op.SLEEP, thread=1, wait_ns=900_000_000) == Grant(1, 1)
    assert does(world, Op.SLEEP, thread=1, wait_ns=900_000_000) == Stop("exit")
    assert world.family.members[1].status is None


@pytest.mark.parametrize(
    "forged",
    [
        Pending(Op.ACQUIRE, 1, LOCK), Pending(Op.JOIN, 1, argument=0),
        Pending(Op.KILL, 1, argument=7 << 8 | 9), Pending(Op.FORKED, 1, argument=1),
        Pending(Op.KILL, 1, argument=1 << 8 | 9), Pending(Op.ALARM, 1, wait_ns=5),
    ],
    ids=str,
)
def test_a_process_cannot_reach_into_another(forged: Pending) -> None:
    """Its locks, its threads, births that never were, processes that do not exist."""
    world, _ = forked()
    with pytest.raises(ProtocolError):
        check(world, forged, None)


def test_a_process_numbers_its_own_things_only() -> None:
    """Neither a resource nor a position under another process's number."""
    world, _ = forked()
    for note in (["resource", 5, "lock", 0, None, 0], ["where", 5, [], "", ""]):
        with pytest.raises(ValueError):
            world.note(1, note)
