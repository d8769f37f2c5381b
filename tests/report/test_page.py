"""The page as data: what stands first, which numbers things have, what is said where."""

from __future__ import annotations

from grader.model.base import text
from grader.report.budget import BUDGETS
from grader.report.hostile import Both, plain
from grader.report.page import Page, build_page
from tests.report import makers, samples

ROOMY = BUDGETS[0]


def page_of(name: str) -> Page:
    """The roomy page of a sample."""
    return build_page(samples.SAMPLES[name](), ROOMY)


def english(sentences: tuple[Both, ...]) -> list[str]:
    """The English words."""
    return [plain(sentence.en) for sentence in sentences]


def test_failed_checks_come_first_and_keep_their_numbers() -> None:
    """Failed required, failed plus, then the rest; numbers are the suite's."""
    task = page_of("race").tasks[0]
    assert [check.number for check in task.checks] == ["2.2", "2.4", "2.1", "2.3"]


def test_failed_tasks_come_first_and_the_chips_stay_in_order() -> None:
    """Sections go by urgency, the row of numbers by number."""
    page = page_of("everything")
    assert [task.number for task in page.tasks] == ["2", "4", "7", "11", "9", "5", "8", "12"]
    assert [t.number for t in page.tasks_by_number] == ["2", "4", "5", "7", "8", "9", "11", "12"]


def test_the_first_list_has_a_line_for_each_thing_that_needs_work() -> None:
    """Failed checks, a task without a file, then what could not be judged; nothing that passed."""
    lines = page_of("everything").first
    assert [line.number for line in lines] == ["2.2", "2.4", "4.1", "7.2", "11", "9.1"]
    assert page_of("race").first == ()  # with one task its own lines are the first screen


def test_counts_never_merge_could_not_judge_with_failed() -> None:
    """What the grader could not decide is counted apart."""
    assert english(page_of("everything").counts) == [
        "3 of 8 tasks passed", "checks failed: 4", "could not be judged: 1",
    ]  # fmt: skip
    assert english(page_of("all_passed").counts) == ["2 of 2 tasks passed", "Every check passed."]


def test_hints_are_for_what_failed() -> None:
    """A passed check keeps its hint to itself."""
    hinted = makers.check("c", text("题", "c"), hint=text("提示", "hint"))
    page = build_page(makers.submission(makers.task(1, text("题", "t"), (hinted,))), ROOMY)
    assert page.tasks[0].checks[0].hint is None


def test_a_contradiction_stands_at_the_top_and_a_warning_below() -> None:
    """What a human must see is above the checks; the rest does not push them down."""
    page = page_of("everything")
    assert [finding.kind for finding in page.urgent] == ["contradiction"]
    assert [finding.kind for finding in page.remarks] == ["warning"]
    assert page.urgent[0].task is not None and plain(page.urgent[0].task.en) == "Task 9"


def test_too_many_findings_are_counted() -> None:
    """The page shows fifty; the others are in the record."""
    one = samples.whole_class_day().findings[0]
    page = build_page(makers.submission(samples.race_task(), findings=(one,) * 60), ROOMY)
    assert len(page.urgent) == 50
    assert page.more_findings is not None and "10" in plain(page.more_findings.en)


def test_anchors_are_unique_even_if_task_numbers_are_not() -> None:
    """Two tasks with the same number still have places of their own."""
    page = build_page(makers.submission(samples.race_task(), samples.race_task()), ROOMY)
    anchors = [c.anchor for task in page.tasks for c in task.checks]
    assert len(set(anchors)) == len(anchors)
