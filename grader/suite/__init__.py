"""The vocabulary of grading suites: what a task writer imports, and nothing else.

A suite is an ordinary pytest file. Each check is a test function that takes one `schedule` and
asserts what must hold in it; the plugin calls it for every schedule that the check looks at.

    from grader.suite import check, require

    @check("ten_threads", points=2, title=..., requirement=..., hint=...)
    def test_ten_threads(schedule):
        require(len(schedule.children) == 10, zh="...", en="...")
"""

from __future__ import annotations

from grader.evidence.facts import BLOCKING, RELEASING, SECOND, Event, Line, Thread
from grader.evidence.schedule import Schedule
from grader.model.base import Text, text
from grader.suite.vocabulary import (
    CannotJudge,
    Check,
    Violation,
    cannot_judge,
    check,
    fail,
    require,
)

__all__ = [
    "BLOCKING", "RELEASING", "SECOND", "CannotJudge", "Check", "Event", "Line", "Schedule", "Text",
    "Thread", "Violation", "cannot_judge", "check", "fail", "require", "text",
]
