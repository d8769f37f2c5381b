"""One check over many schedules."""

from __future__ import annotations

from typing import Any

import pytest

from grader.evidence.schedule import Schedule
from grader.model.base import text
from grader.suite.outcome import judge
from grader.suite.vocabulary import Check, cannot_judge, check, require
from tests.evidence.story import Story, evidence_of

WORDS = text("中", "en")


def ended(number: int, *, respected: bool = True, stop: str = "exit", status: int = 0) -> Schedule:
    """A schedule that is only its number."""
    story = Story()
    story.respected, story.stop = respected, stop
    story.deviations = [(0, n, 1) for n in range(number)]
    story.exits(status)
    return story.schedule(number)


def a_check(judged: Any, over: Any = "ended") -> Check:
    """A check that is `judged`."""
    function = check("it", points=1, title=WORDS, requirement=WORDS, hint=WORDS, over=over)(judged)
    found: Check = function.grader_check  # type: ignore[attr-defined]
    return found


def only(*numbers: int) -> Any:
    """Holds in the schedules of these numbers."""
    def judged(schedule: Schedule) -> None:
        require(schedule.number in numbers, zh="坏", en=f"broken in {schedule.number}")
    return judged


def test_some_may_have_held_where_the_program_hung_afterwards() -> None:
    """What happened, happened; but a hanging schedule does not count against it."""
    hung = ended(1, stop="deadlock")
    assert judge(a_check(only(1), "some"), evidence_of(hung, ended(2))).verdict == "passed"
    assert judge(a_check(only(3), "some"), evidence_of(hung)).verdict == "skipped"


def test_what_is_said_of_children_is_skipped_where_there_are_none() -> None:
    """No points for ten right lines of no thread."""
    function = check(
        "it", points=1, title=WORDS, requirement=WORDS, hint=WORDS, of_children=True
    )(only(1))
    outcome = judge(function.grader_check, evidence_of(ended(1)))  # type: ignore[attr-defined]
    assert (outcome.verdict, outcome.looked_at) == ("skipped", 0)


def test_a_check_passes_when_it_holds_in_every_schedule() -> None:
    """Passed, and it says how many schedules it looked at."""
    outcome = judge(a_check(only(1, 2)), evidence_of(ended(1), ended(2)))
    assert (outcome.verdict, outcome.looked_at, outcome.broken_in) == ("passed", 2, 0)


def test_one_bad_schedule_is_enough_to_fail_and_the_plainest_is_shown() -> None:
    """The failing schedule with the fewest deviations is the one that is told."""
    outcome = judge(a_check(only(1)), evidence_of(ended(1), ended(3), ended(2)))
    assert (outcome.verdict, outcome.broken_in) == ("failed", 2)
    assert outcome.schedule is not None
    assert outcome.schedule.number == 2


def test_some_needs_one_good_schedule() -> None:
    """A check of what can happen passes when it happened once, and fails when it never did."""
    both = evidence_of(ended(1), ended(2))
    assert judge(a_check(only(2), "some"), both).verdict == "passed"
    assert judge(a_check(only(3), "some"), both).verdict == "failed"


def test_respected_ignores_schedules_in_which_somebody_was_slow() -> None:
    """A check on time does not look at perturbed schedules."""
    mixed = evidence_of(ended(1), ended(2, respected=False))
    assert judge(a_check(only(1), "respected"), mixed).verdict == "passed"


@pytest.mark.parametrize("stop", ["unmodelled", "blocked", "no_answer", "lost"])
def test_what_is_not_modelled_is_never_a_failure(stop: str) -> None:
    """A schedule that ended in something unknown makes the verdict could-not-judge."""
    outcome = judge(a_check(only(1), "all"), evidence_of(ended(1), ended(2, stop=stop)))
    assert outcome.verdict == "could_not_judge"


def test_a_real_violation_beside_an_inexact_schedule_still_fails() -> None:
    """What was seen in an exact schedule counts."""
    outcome = judge(a_check(only(9), "all"), evidence_of(ended(1), ended(2, stop="blocked")))
    assert outcome.verdict == "failed"


def test_doubt_is_not_a_failure() -> None:
    """A check that cannot tell in one schedule does not pass, and does not fail."""
    def judged(schedule: Schedule) -> None:
        if schedule.number == 2:
            cannot_judge("不知道", "who knows")
    outcome = judge(a_check(judged), evidence_of(ended(1), ended(2)))
    assert outcome.verdict == "could_not_judge"


def test_a_check_of_ended_runs_is_skipped_when_none_ended() -> None:
    """A program that always hangs fails where the hang is judged, not everywhere."""
    outcome = judge(a_check(only()), evidence_of(ended(1, stop="deadlock")))
    assert outcome.verdict == "skipped"
