"""Who goes next: each strategy's promise, and replays that repeat any schedule exactly."""

from __future__ import annotations

from collections.abc import Generator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.runtime.wire import Op
from grader.runtime.world.core import World
from grader.runtime.world.explorer import next_leaf, replayed
from grader.runtime.world.resources import Pending
from grader.runtime.world.spinning import SPIN_TURNS, YIELD_TURNS
from grader.runtime.world.strategies import (
    Enumerate,
    PartialOrderSampling,
    ProbabilisticConcurrencyTesting,
    RunToBlock,
    WeightedRandom,
    races,
)
from grader.runtime.world.terms import Grant, Limits, Strategy, Thread
from tests.runtime.world.playing import Body, Do, Played, acquire, play, release, start_and_join
from tests.runtime.world.random_programs import LOOPS, PROGRAMS, RESOURCES, STRATEGIES, main_of

Steps = Generator[Do, int, None]


def locked() -> Steps:
    """Takes one lock and gives it back."""
    yield acquire(1)
    yield release(1)


def order_of_acquisition(played: Played) -> tuple[int, ...]:
    """Threads in the order in which they got the lock."""
    return tuple(row[1] for row in played.world.log if row[2] == "ACQUIRE")


def every_leaf(main: Body, most: int = 50_000) -> list[Played]:
    """The whole tree of choices of a program, one schedule after another."""
    found: list[Played] = []
    prefix: list[int] | None = []
    while prefix is not None:
        leaf = Enumerate(prefix)
        found.append(play(main, leaf, resources={1: ("lock", 0, None)}, patience=SPIN_TURNS))
        prefix = next_leaf(leaf.taken)
        assert len(found) <= most
    return found


def test_two_threads_and_one_lock_have_two_orders() -> None:
    """The tree of choices is walked to its end."""
    orders = {order_of_acquisition(p) for p in every_leaf(start_and_join(locked, locked))}
    assert orders == {(1, 2), (2, 1)}


def test_four_threads_and_one_lock_have_twenty_four_orders() -> None:
    """All 4! orders of acquisition are met, each exactly once."""
    orders: list[tuple[int, ...]] = []
    prefix: list[int] | None = []
    while prefix is not None:
        leaf = Enumerate(prefix)
        orders.append(acquired_by_four(leaf))
        prefix = next_leaf(leaf.taken)
    assert len(orders) == len(set(orders)) == 24


def acquired_by_four(strategy: Strategy) -> tuple[int, ...]:
    """Four threads that stand before one lock: the order in which they get it."""
    world = World(strategy, perturbed=False, limits=Limits())
    world.note(0, ["resource", 1, "lock", 0, None, 0])
    world.threads = [Thread(i, -1, Pending(Op.ACQUIRE, i, 1)) for i in range(4)]
    world.by_index = dict(enumerate(world.threads))
    order = []
    while isinstance(grant := world.decide(), Grant):
        if world.log[-1][2] == "ACQUIRE":
            order.append(grant.thread)
            world.announce(Pending(Op.RELEASE, grant.thread, 1, 1))
        else:
            world.announce(Pending(Op.GONE, grant.thread))
    return tuple(order)


def test_the_plain_order_goes_on_until_it_blocks() -> None:
    """Run to block deviates from nothing and switches only where it must."""

    def printer() -> Steps:
        for _ in range(3):
            yield Do(Op.OUTPUT, argument=1)

    played = play(start_and_join(printer, printer), RunToBlock())
    printed = [thread for thread, op in played.operations if op == "OUTPUT"]
    assert (printed, played.world.deviations) == ([1, 1, 1, 2, 2, 2], [])


@pytest.mark.parametrize(
    "make",
    [
        PartialOrderSampling,
        lambda random: ProbabilisticConcurrencyTesting(random, 3, 30),
        lambda random: WeightedRandom(random, {0: 8, 1: 4, 2: 4, 3: 4}),
    ],
)
def test_samplers_meet_every_order_of_three_threads(make: type[PartialOrderSampling]) -> None:
    """Within 300 samples all six orders of acquisition come up."""
    main = start_and_join(locked, locked, locked)
    seen = {
        order_of_acquisition(play(main, make(Random(seed)), resources={1: ("lock", 0, None)}))
        for seed in range(300)
    }
    assert len(seen) == 6


def test_the_same_seed_gives_the_same_schedule() -> None:
    """Chance comes from the seed alone."""
    main = start_and_join(locked, locked, locked)
    logs = [
        play(main, PartialOrderSampling(Random("s")), resources={1: ("lock", 0, None)}).world.log
        for _ in range(2)
    ]
    assert logs[0] == logs[1]


def test_operations_race_when_they_touch_the_same_thing() -> None:
    """Two looks never race; an unlock and a lock of the same lock do."""
    read, write = Pending(Op.READ, 1, 4), Pending(Op.WRITE, 2, 4)
    assert races(read, write) and not races(read, Pending(Op.READ, 2, 4))
    assert races(Pending(Op.RELEASE, 1, 3), Pending(Op.ACQUIRE, 2, 3))
    assert not races(write, Pending(Op.WRITE, 1, 5))
    assert races(Pending(Op.OUTPUT, 1), Pending(Op.OUTPUT, 2))
    assert not races(Pending(Op.SLEEP, 1), Pending(Op.SLEEP, 2))
    assert races(Pending(Op.COND_WAIT, 1, 7, 8), Pending(Op.ACQUIRE, 2, 8))


@settings(max_examples=400, deadline=None)
@given(PROGRAMS, STRATEGIES, st.booleans(), st.sampled_from([YIELD_TURNS, SPIN_TURNS]))
def test_replaying_the_deviations_gives_the_same_log(
    program: list[list[Do]], strategy: Strategy, perturbed: bool, patience: int
) -> None:
    """Whatever the program and however it was scheduled: its deviations say it all."""
    main = main_of(program)
    first = play(
        main, strategy, resources=RESOURCES, loops=LOOPS, perturbed=perturbed, patience=patience
    )
    replay = replayed(1, patience, first.world.deviations)
    again = play(
        main, replay.strategy, resources=RESOURCES, loops=LOOPS, perturbed=replay.perturbed,
        patience=replay.patience,
    )
    assert again.world.log == first.world.log
    assert (again.stop, again.world.clock) == (first.stop, first.world.clock)
    assert again.world.deviations == first.world.deviations


@settings(max_examples=200, deadline=None)
@given(PROGRAMS, STRATEGIES, st.booleans())
def test_a_schedule_never_breaks_a_rule(
    program: list[list[Do]], strategy: Strategy, perturbed: bool
) -> None:
    """Time never runs backwards, locks have one owner, queues and semaphores keep their bounds."""
    played = play(
        main_of(program), strategy, resources=RESOURCES, loops=LOOPS, perturbed=perturbed
    )
    times = [row[0] for row in played.world.log]
    assert times == sorted(times)
    held: dict[int, int] = {}
    for _, thread, op, resource, _, result, *_ in (r for r in played.world.log if r[2] != "note"):
        if op == "ACQUIRE" and resource in (1, 8) and result == 1:
            assert resource not in held
            held[resource] = thread
        elif (op == "RELEASE" and result == 1) or op == "COND_SLEEP":
            held.pop(8 if op == "COND_SLEEP" else resource, None)
        elif op == "COND_WAIT" and result >= 0:
            assert 8 not in held
            held[8] = thread
    assert played.stop.reason in ("exit", "deadlock", "livelock")
    assert played.stop.reason != "exit" or not any(
        entry["thread"] for entry in played.world.waiting()
    )
