"""Suites are ordinary pytest files; a broken one is our fault and says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalog.load import load_tasks
from grader.suite.plugin import SuiteError, collect_checks, judge_all
from tests.evidence.story import Story, evidence_of

ASSIGNMENTS = Path(__file__).parent.parent.parent / "assignments"
SUITE = """
from grader.suite import check, require, text
W = text("中", "en")

@check("first", points=2, title=W, requirement=W, hint=W)
def test_first(schedule):
    require(False, zh="坏", en="bad")

@check("second", points=1, title=W, requirement=W, hint=W, needs="first")
def test_second(schedule):
    require(True, zh="", en="")
"""


def one_ended() -> Story:
    """A program that did nothing."""
    story = Story()
    story.exits()
    return story


def test_a_suite_is_collected_and_judged_in_file_order(tmp_path: Path) -> None:
    """Each check has an outcome; one that needs a failed one is skipped and says why."""
    suite = tmp_path / "test_it.py"
    suite.write_text(SUITE, "utf-8")
    assert [c.id for c in collect_checks(suite)] == ["first", "second"]
    first, second = judge_all(suite, evidence_of(one_ended().schedule()))
    assert (first.verdict, second.verdict) == ("failed", "skipped")
    assert second.message is not None


@pytest.mark.parametrize(
    "code", ["def test_x(schedule): pass", "1/0", "", "def broken(:", "import nothing_like_this"]
)
def test_a_broken_suite_is_named(tmp_path: Path, code: str) -> None:
    """A test without a mark, an error or an empty file is a SuiteError that names the file."""
    suite = tmp_path / "test_bad.py"
    suite.write_text(code, "utf-8")
    with pytest.raises(SuiteError, match="test_bad"):
        collect_checks(suite)


def test_an_error_inside_a_check_is_ours(tmp_path: Path) -> None:
    """A check that raises something else than a violation is a SuiteError, not a failure."""
    suite = tmp_path / "test_err.py"
    suite.write_text(SUITE.replace('require(False, zh="坏", en="bad")', "1 / 0"), "utf-8")
    with pytest.raises(SuiteError, match="ZeroDivisionError"):
        judge_all(suite, evidence_of(one_ended().schedule()))


@pytest.mark.parametrize("task", load_tasks(ASSIGNMENTS), ids=lambda t: t.id)
def test_each_tasks_points_add_up(task) -> None:  # type: ignore[no-untyped-def]
    """The checks of a task are worth what its task.toml says, in both languages."""
    checks = collect_checks(task.suite)
    assert sum(c.points for c in checks) == task.points
    for check in checks:
        for words in (check.title, check.requirement, check.hint):
            assert words.zh
            assert words.en
