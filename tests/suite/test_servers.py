"""What a server did: who waited for whom, and how much it grew."""

from __future__ import annotations

import pytest

from grader.runtime.wire import MADE_BY_WORLD, WAITED
from grader.suite.servers import (
    most_held,
    most_workers,
    require_no_waste,
    require_one_thread,
    waits_for_clients,
)
from grader.suite.vocabulary import Violation
from tests.evidence.story import Story

GUEST = MADE_BY_WORLD | 2
SELECTOR = 9


def accepted(story: Story, number: int = GUEST, thread: int = 0) -> None:
    story.does(thread, "NET_ACCEPT", result=number)


def test_a_read_in_the_wake_of_a_selector_is_a_wait_for_a_client() -> None:
    """Since the connection was last touched the selector has spoken, and the read did not wait."""
    story = Story()
    accepted(story)
    story.does(0, "NET_POLL", SELECTOR)
    story.does(0, "NET_RECEIVE", GUEST, result=5)
    (wait,) = waits_for_clients(story.schedule())
    assert (wait.poll.resource, wait.read.resource) == (SELECTOR, GUEST)


@pytest.mark.parametrize("argument", [0, WAITED])
def test_a_read_right_after_accept_or_one_that_waits_is_none(argument: int) -> None:
    """No selector has said anything about that client."""
    story = Story()
    story.does(0, "NET_POLL", SELECTOR)
    accepted(story)
    if argument:
        story.does(0, "NET_POLL", SELECTOR)
    story.does(0, "NET_RECEIVE", GUEST, argument=argument, result=5)
    assert waits_for_clients(story.schedule()) == []


def test_another_thread_that_runs_the_students_code_is_one_too_many() -> None:
    """It is named, with the line that starts it."""
    story = Story()
    accepted(story)
    require_one_thread(story.schedule())
    story.starts("Thread-1 (serve)")
    with pytest.raises(Violation, match=r"Thread-1 \(serve\).*line 9"):
        require_one_thread(story.schedule())


def test_workers_are_threads_alive_at_once() -> None:
    """One that has ended makes room for the next."""
    story = Story()
    first = story.starts()
    story.does(first, "END")
    for _ in range(2):
        story.starts()
    assert most_workers(story.schedule()).count == 2


def test_connections_are_held_until_they_are_closed() -> None:
    """By whoever closes them."""
    story = Story()
    for number in (GUEST, GUEST + 2):
        accepted(story, number)
        story.does(0, "NET_CLOSE", number, result=0)
    accepted(story, GUEST + 4)
    accepted(story, GUEST + 6)
    assert most_held(story.schedule()).count == 2


def test_a_spin_is_named_with_its_line() -> None:
    """And with the moment from which on it spins."""
    story = Story()
    where = story.where(0, 7)
    story.spins = [{"thread": 0, "where": where, "time": 0, "event": 1, "looked_at": [],
                    "clock": False}]
    with pytest.raises(Violation, match="line 7"):
        require_no_waste(story.schedule())
