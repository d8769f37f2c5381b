"""What threads share, one operation after another: locks, semaphores, events, conditions, queues."""

from __future__ import annotations

import pytest

from grader.runtime.wire import DONE, QUEUE_ENDED, REFUSED, Op
from grader.runtime.world.resources import (
    Condition,
    Event,
    Lock,
    Pending,
    Queue,
    Resource,
    RLock,
    Semaphore,
    Variable,
    make_resource,
)


def do(resource: Resource, op: Op, thread: int = 0, argument: int = 0) -> int:
    """Perform one operation that must be possible now."""
    pending = Pending(op, thread, 1, argument)
    assert resource.ready(pending)
    return resource.perform(pending)


def can(resource: Resource, op: Op, thread: int = 0) -> bool:
    """Could it be done now?"""
    return resource.ready(Pending(op, thread, 1))


def test_a_lock_has_one_owner_and_no_memory_of_who_may_release() -> None:
    """A held lock makes everybody wait, its owner too, and anybody may give it back."""
    lock = Lock()
    assert do(lock, Op.ACQUIRE, 3) == DONE
    assert not can(lock, Op.ACQUIRE, 3) and not can(lock, Op.ACQUIRE, 4)
    assert (lock.holders(), do(lock, Op.LOCKED)) == ([3], 1)
    assert do(lock, Op.RELEASE, 4) == DONE
    assert (lock.holders(), do(lock, Op.LOCKED)) == ([], 0)
    assert do(lock, Op.RELEASE, 4) == REFUSED


def test_an_rlock_counts_and_belongs_to_its_owner() -> None:
    """The owner takes it again and again; only the owner gives it back; the last one frees it."""
    lock = RLock()
    assert [do(lock, Op.ACQUIRE, 1), do(lock, Op.ACQUIRE, 1)] == [DONE, DONE]
    assert not can(lock, Op.ACQUIRE, 2)
    assert do(lock, Op.RELEASE, 2) == REFUSED
    assert (do(lock, Op.LOCKED), do(lock, Op.LOCKED, 1, 1), do(lock, Op.LOCKED, 2, 1)) == (2, 1, 0)
    assert do(lock, Op.RELEASE, 1) == DONE and lock.holders() == [1]
    assert do(lock, Op.RELEASE, 1) == DONE and lock.holders() == []
    assert do(lock, Op.RELEASE, 1) == REFUSED


def test_an_rlock_takes_a_stored_count_back_at_once() -> None:
    """What a condition's wait gave up comes back with one acquire."""
    lock = RLock()
    lock.perform(Pending(Op.ACQUIRE, 1, 1, stored=3))
    assert (lock.owner, lock.count) == (1, 3)


def test_a_semaphore_has_places_and_knows_who_took_them() -> None:
    """Places run out, come back in any number, and name those that could free one."""
    semaphore = Semaphore(2)
    do(semaphore, Op.ACQUIRE, 1)
    do(semaphore, Op.ACQUIRE, 2)
    assert not can(semaphore, Op.ACQUIRE, 3)
    assert (semaphore.holders(), do(semaphore, Op.LOCKED)) == ([1, 2], 0)
    assert do(semaphore, Op.RELEASE, 2, 1) == DONE and semaphore.holders() == [1]
    assert do(semaphore, Op.RELEASE, 9, 5) == DONE
    assert (semaphore.value, semaphore.holders()) == (6, [])


def test_a_bounded_semaphore_refuses_to_grow() -> None:
    """One release too many is an error and changes nothing."""
    semaphore = Semaphore(1, 1)
    assert do(semaphore, Op.RELEASE, 0, 1) == REFUSED and semaphore.value == 1
    do(semaphore, Op.ACQUIRE)
    assert do(semaphore, Op.RELEASE, 0, 2) == REFUSED
    assert do(semaphore, Op.RELEASE, 0, 1) == DONE


def test_an_event_lets_all_pass_while_it_is_set() -> None:
    """Wait needs the flag; set, clear and is_set never wait and answer with the flag."""
    event = Event()
    assert not can(event, Op.WAIT)
    assert all(can(event, op) for op in (Op.SET, Op.CLEAR, Op.IS_SET))
    assert [do(event, op) for op in (Op.IS_SET, Op.SET, Op.WAIT, Op.WAIT)] == [0, 1, 1, 1]
    assert do(event, Op.CLEAR) == 0 and not can(event, Op.WAIT)


@pytest.mark.parametrize(("many", "woken"), [(1, [5]), (2, [5, 6]), (9, [5, 6, 7]), (-1, [5, 6, 7])])
def test_notify_wakes_in_order_of_arrival(many: int, woken: list[int]) -> None:
    """The first that waited is the first that goes on; -1 means all."""
    condition = Condition()
    waiters = [Pending(Op.COND_WAIT, thread, 1, 2, stage=1) for thread in (5, 6, 7)]
    condition.waiting.extend(waiters)
    assert do(condition, Op.NOTIFY, 0, many) == len(woken)
    assert [w.thread for w in waiters if w.stage == 2] == woken
    assert [w.thread for w in condition.waiting] == [w.thread for w in waiters if w.stage == 1]


def test_a_queue_counts_items_and_unfinished_work() -> None:
    """Room and items decide who waits; join waits for task_done, not for get."""
    queue = Queue(2)
    assert not can(queue, Op.GET) and can(queue, Op.QUEUE_JOIN)
    do(queue, Op.PUT)
    do(queue, Op.PUT)
    assert not can(queue, Op.PUT) and not can(queue, Op.QUEUE_JOIN)
    assert [do(queue, Op.GET), do(queue, Op.GET), do(queue, Op.SIZE)] == [DONE, DONE, 0]
    assert (do(queue, Op.SIZE, 0, 1), can(queue, Op.QUEUE_JOIN)) == (2, False)
    assert [do(queue, Op.TASK_DONE) for _ in range(3)] == [DONE, DONE, REFUSED]
    assert do(queue, Op.QUEUE_JOIN) == DONE


@pytest.mark.parametrize("bound", [0, -1])
def test_a_queue_without_bound_is_never_full(bound: int) -> None:
    """A bound of nought or less means no bound."""
    queue = Queue(bound)
    assert [do(queue, Op.PUT) for _ in range(100)] == [DONE] * 100


def test_a_queue_that_was_shut_down_ends_its_users() -> None:
    """Puts end at once, gets when nothing is left; "immediate" drops what is left."""
    queue = Queue(1)
    do(queue, Op.PUT)
    do(queue, Op.SHUT_DOWN)
    assert [do(queue, Op.PUT), do(queue, Op.GET), do(queue, Op.GET)] == [
        QUEUE_ENDED, DONE, QUEUE_ENDED,
    ]
    dropped = Queue()
    do(dropped, Op.PUT)
    do(dropped, Op.SHUT_DOWN, 0, 1)
    assert do(dropped, Op.GET) == QUEUE_ENDED and can(dropped, Op.QUEUE_JOIN)


def test_a_variable_never_makes_anybody_wait() -> None:
    """Reads and writes are always possible."""
    variable = Variable()
    assert do(variable, Op.READ) == do(variable, Op.WRITE) == DONE
    assert variable.holders() == []


def test_every_kind_can_be_made_by_name_and_no_other() -> None:
    """The names are those of the wire format."""
    kinds = ("lock", "rlock", "semaphore", "event", "condition", "queue", "variable")
    assert [make_resource(kind, 1, None).kind for kind in kinds] == list(kinds)
    with pytest.raises(ValueError, match="no such kind"):
        make_resource("file", 0, None)
