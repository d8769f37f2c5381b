"""What a check is, and the three things it can say: nothing (it holds), `fail`, `cannot_judge`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NoReturn

from grader.evidence.schedule import Schedule
from grader.model.base import Text

Over = Literal["all", "ended", "respected", "some", "everything"]
"""which schedules a check looks at: every one; those in which the program ended by itself; those
of them in which nobody had to be slow; those in which nobody had to be slow, and one that holds is
enough, however it went on; or really everything, also what ended in something not modelled"""


class Violation(AssertionError):
    """A check is broken in a schedule. `at` is the event index where, if one stands out."""

    def __init__(self, message: Text, at: int | None = None, deadline_ns: int | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.at = at
        self.deadline_ns = deadline_ns


class CannotJudge(Exception):
    """This schedule does not tell whether the check holds."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True)
class Check:
    """What a suite says about one of its tests."""

    id: str
    points: float
    title: Text
    requirement: Text
    hint: Text
    required: bool
    over: Over
    needs: str
    of_children: bool
    judge: Callable[[Schedule], None]
    scenarios: tuple[str, ...] = ()

    def concerns(self, schedule: Schedule) -> bool:
        """Is it of a scenario that this check is about?"""
        return not self.scenarios or schedule.scenario in self.scenarios

    def looks_at(self, schedule: Schedule) -> bool:
        """Is `schedule` among those that this check is about?"""
        if not self.concerns(schedule):
            return False
        if self.over == "everything":
            return True
        if not schedule.is_exact:
            return False
        if self.scenarios and not schedule.respected:
            return False  # a server's time-out may come early there, and nobody is to blame for it
        if self.over == "all":
            return True
        if self.over == "ended":
            return schedule.ran_to_end
        if self.over == "some":
            return schedule.respected
        return schedule.ran_to_end and schedule.respected


def check(
    id: str,
    *,
    points: float,
    title: Text,
    requirement: Text,
    hint: Text,
    required: bool = True,
    over: Over = "ended",
    needs: str = "",
    of_children: bool = False,
    scenarios: tuple[str, ...] = (),
) -> Callable[[Callable[[Schedule], None]], Callable[[Schedule], None]]:
    """Mark a test function as a check of its task. Where the check `needs` has failed, this one
    says nothing of its own and is skipped; so is one that is `of_children` where there are none.
    `scenarios`: the only ones it looks at, where a task has several."""

    def mark(function: Callable[[Schedule], None]) -> Callable[[Schedule], None]:
        made: Any = function
        made.grader_check = Check(
            id, points, title, requirement, hint, required, over, needs, of_children, function,
            scenarios,
        )
        return function

    return mark


def fail(
    zh: str, en: str, at: int | None = None, deadline_ns: int | None = None
) -> NoReturn:
    """The check is broken in this schedule."""
    raise Violation(Text(zh=zh, en=en), at, deadline_ns)


def require(
    holds: object, zh: str, en: str, at: int | None = None, deadline_ns: int | None = None
) -> None:
    """The check is broken in this schedule unless `holds`."""
    if not holds:
        fail(zh, en, at, deadline_ns)


def cannot_judge(zh: str, en: str) -> NoReturn:
    """This schedule does not tell."""
    raise CannotJudge(Text(zh=zh, en=en))
