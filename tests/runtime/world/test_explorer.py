"""Which schedules are tried, when that is enough, and what counts as the same behaviour."""

from __future__ import annotations

from collections.abc import Generator

from grader.runtime.wire import Op
from grader.runtime.world.explorer import (
    NONE_NEW,
    Exploration,
    behaviour_of,
    next_leaf,
    requests,
)
from grader.runtime.world.strategies import Replay
from tests.runtime.world.playing import Body, Do, Played, acquire, lock, play, release, sleep
from tests.runtime.world.playing import start_and_join as program

Steps = Generator[Do, int, None]


def explored(main: Body, budget: int, seed: int = 1) -> Exploration:
    """Explore a program to its end."""
    known = Exploration(budget, seed)
    for request in requests(known):
        played = play(
            main, request.strategy, resources=lock() | {2: ("lock", 0, None)},
            perturbed=request.perturbed, patience=request.patience,
        )
        known.learn(played.world, played.stop.reason, request)
    return known


def printer(lines: int) -> Body:
    """Prints so many lines."""

    def body() -> Steps:
        for _ in range(lines):
            yield Do(Op.OUTPUT, argument=1)

    return body


def locked() -> Steps:
    """Takes one lock and gives it back."""
    yield acquire(1)
    yield release(1)


def behaviour(main: Body, deviations: list[tuple[int, int, int]] | None = None) -> int:
    """The hash of one schedule."""
    played: Played = play(
        main, Replay(deviations or []), resources=lock() | {2: ("lock", 0, None)}
    )
    return behaviour_of(played.world, played.stop.reason)


def test_a_program_without_choice_is_complete_after_its_only_order() -> None:
    """The plain order and one walk of the tree prove it."""
    known = explored(printer(5), 500)
    assert known.complete and len(known.behaviours) == 1 and known.number <= 3


def test_a_small_program_is_walked_to_the_end() -> None:
    """A thread beside the main one: all orders, and it is said."""
    known = explored(program(locked), 500)
    assert known.complete and known.number < 500


def test_a_large_program_uses_its_budget_or_its_coverage() -> None:
    """Many orders: samples go on until the budget, or until nothing new comes for long."""
    known = explored(program(*[printer(4)] * 4), 300)
    assert not known.complete
    assert known.number == 300 or known.none_new_in_last >= NONE_NEW


def test_the_same_seed_explores_the_same_schedules() -> None:
    """Behaviours and counts depend on seed and budget alone."""
    main = program(locked, locked, printer(2))
    one, other = explored(main, 60, 7), explored(main, 60, 7)
    assert (one.behaviours, one.number, one.steps) == (
        other.behaviours, other.number, other.steps,
    )


def test_unrelated_steps_in_another_order_are_the_same_behaviour() -> None:
    """Two threads at locks of their own: who comes first does not matter."""

    def own(number: int) -> Body:
        def body() -> Steps:
            yield acquire(number)
            yield release(number)

        return body

    main = program(own(1), own(2))
    plain = play(main, Replay([]), resources=lock() | {2: ("lock", 0, None)})
    other = play(main, Replay([(1, 1, 2), (1, 1, 2)]), resources=lock() | {2: ("lock", 0, None)})
    assert plain.operations != other.operations
    assert behaviour_of(plain.world, "exit") == behaviour_of(other.world, "exit")


def at(place: int) -> Body:
    """Takes the lock and gives it back at a place of its own in the code."""

    def body() -> Steps:
        yield acquire(1, where=place)
        yield release(1)

    return body


def test_an_order_at_one_lock_is_a_behaviour() -> None:
    """The same lock in another order is another behaviour; so is another ending."""
    main = program(at(1), at(2))
    assert behaviour(main) != behaviour(main, [(1, 1, 2), (1, 1, 2)])
    played = play(main, resources=lock())
    assert behaviour_of(played.world, "exit") != behaviour_of(played.world, "deadlock")


def test_equal_threads_may_change_places() -> None:
    """Two threads that run the same lines: which of them came first is no new behaviour."""
    main = program(at(1), at(1))
    assert behaviour(main) == behaviour(main, [(1, 1, 2), (1, 1, 2)])


def test_virtual_time_alone_is_no_behaviour() -> None:
    """Two sleeps of different lengths that change no order hash alike."""

    def nap(seconds: float) -> Body:
        def body() -> Steps:
            yield sleep(seconds)

        return body

    assert behaviour(nap(1)) == behaviour(nap(2))


def test_leaves_are_counted_like_numbers() -> None:
    """The last choice that has another option goes on; behind it all starts anew."""
    assert next_leaf([(0, 1), (0, 2), (0, 1)]) == [0, 1]
    assert next_leaf([(0, 2), (1, 2)]) == [1]
    assert next_leaf([(1, 2), (2, 3)]) is None
    assert next_leaf([]) is None


def test_a_program_that_never_answers_is_given_up_soon() -> None:
    """Endings that cost real time are not repeated for the whole budget."""
    known = Exploration(500, 1)
    for request in requests(known):
        played = play(printer(1), request.strategy)
        known.learn(played.world, "no_answer", request)
    assert known.number < 30
