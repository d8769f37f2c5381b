"""Builds the whole page as plain data: what stands where, in which order, in which words.

The order is the reader's: what needs work first. Numbers stay those of the suite, so that
`5.2` means the same in every report of a class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.model.base import Verdict
from grader.model.result import (
    CheckResult,
    Finding,
    SubmissionResult,
    TaskResult,
    Trace,
    Volatile,
)  # fmt: skip
from grader.report.budget import Budget
from grader.report.certainty import say_certainty, say_how_often
from grader.report.cycle import WaitGraph, build_graph
from grader.report.figures import say_number
from grader.report.flow import Flow, build_flow
from grader.report.hostile import Both, Pieces, show, show_both
from grader.report.table import TraceTable, build_table
from grader.report.timeline import TimeLine, build_timeline
from grader.report.visits import build_visits
from grader.report.words import say

_ORDER: dict[Verdict, int] = {"failed": 0, "could_not_judge": 1, "skipped": 2, "passed": 3}
_URGENT_FINDINGS = ("problem", "contradiction")


@dataclass(frozen=True)
class TraceView:
    """All pictures of one schedule."""

    anchor: str
    table: TraceTable
    graph: WaitGraph | None
    timeline: TimeLine | None
    flow: Flow | None


@dataclass(frozen=True)
class CheckView:
    """One check: its line, and what opens under it."""

    anchor: str
    number: str
    verdict: Verdict
    title: Both
    required: bool
    points: Both
    requirement: Both | None
    message: Both | None
    often: Both | None
    certainty: Both | None
    hint: Both | None
    replay: Pieces
    trace: TraceView | None


@dataclass(frozen=True)
class StepView:
    """One step of how a task was graded."""

    name: str
    verdict: Verdict
    message: Both | None


@dataclass(frozen=True)
class TaskView:
    """One task: its heading, its checks in the reader's order, how it was graded."""

    anchor: str
    number: str
    label: Both
    verdict: Verdict
    title: Both
    points: Both
    message: Both | None
    checks: tuple[CheckView, ...]
    checks_passed: Both
    trace: TraceView | None
    file: Pieces
    python: Pieces
    sandbox: str
    schedules: Both | None
    certainty: Both | None
    duration: Both | None
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class LineView:
    """One line of the list of what to look at first: a check, or a task that has none."""

    anchor: str
    number: str
    verdict: Verdict
    title: Both
    message: Both | None


@dataclass(frozen=True)
class FindingView:
    """One remark for a human."""

    kind: str
    task: Both | None
    message: Both


@dataclass(frozen=True)
class Page:
    """Everything the template shows."""

    name: Pieces
    verdict: Verdict
    points: str
    most: Both
    counts: tuple[Both, ...]
    first: tuple[LineView, ...]
    tasks: tuple[TaskView, ...]
    tasks_by_number: tuple[TaskView, ...]
    urgent: tuple[FindingView, ...]
    remarks: tuple[FindingView, ...]
    more_findings: Both | None
    made: Both


def build_page(result: SubmissionResult, budget: Budget) -> Page:
    """Return the page of one submission."""
    limit = budget.sentence_chars
    tasks = tuple(
        _build_task(task, place, result.volatile, budget)
        for place, task in enumerate(result.tasks, start=1)
    )
    in_order = tuple(sorted(tasks, key=lambda task: _ORDER[task.verdict]))
    shown = result.findings[: budget.findings]
    labels = {task.id: view.label for task, view in zip(result.tasks, tasks, strict=True)}
    findings = tuple(_build_finding(finding, labels, limit) for finding in shown)
    left_out = len(result.findings) - len(shown)
    return Page(
        name=show(result.submission, 200),
        verdict=result.verdict,
        points=say_number(result.points),
        most=show_both(say("grade_of", most=say_number(result.max_points)), limit),
        counts=_build_counts(tasks, limit),
        first=_build_first(in_order) if len(tasks) > 1 else (),
        tasks=in_order,
        tasks_by_number=tasks,
        urgent=tuple(finding for finding in findings if finding.kind in _URGENT_FINDINGS),
        remarks=tuple(finding for finding in findings if finding.kind not in _URGENT_FINDINGS),
        more_findings=show_both(say("more_findings", count=left_out), limit) if left_out else None,
        made=show_both(
            say(
                "made",
                grader=result.volatile.grader,
                started=result.volatile.started,
                host=result.volatile.host,
                seconds=say_number(result.volatile.wall_seconds, 1),
            ),
            limit,
        ),
    )


def _build_counts(tasks: tuple[TaskView, ...], limit: int) -> tuple[Both, ...]:
    checks = [check.verdict for task in tasks for check in task.checks]
    failed, unjudged = checks.count("failed"), checks.count("could_not_judge")
    passed = sum(task.verdict == "passed" for task in tasks)
    counts = []
    if len(tasks) > 1:
        counts.append(say("tasks_passed", passed=passed, total=len(tasks)))
    if failed:
        counts.append(say("checks_failed", count=failed))
    if unjudged:
        counts.append(say("unjudged", count=unjudged))
    if checks and not counts[len(tasks) > 1 :] and checks.count("passed") == len(checks):
        counts.append(say("all_passed"))
    return tuple(show_both(count, limit) for count in counts)


def _build_first(tasks: tuple[TaskView, ...]) -> tuple[LineView, ...]:
    lines: list[LineView] = []
    for task in tasks:
        wrong = [check for check in task.checks if check.verdict in ("failed", "could_not_judge")]
        lines.extend(LineView(c.anchor, c.number, c.verdict, c.title, None) for c in wrong)
        if not wrong and task.verdict != "passed":
            lines.append(LineView(task.anchor, task.number, task.verdict, task.title, task.message))
    return tuple(sorted(lines, key=lambda line: _ORDER[line.verdict]))


def _build_task(task: TaskResult, place: int, volatile: Volatile, budget: Budget) -> TaskView:
    limit = budget.sentence_chars
    found = re.search(r"([0-9]{1,4})$", task.id)
    number = str(int(found.group(1))) if found else str(place)
    checks = [
        _build_check(check, f"check-{place}-{index}", f"{number}.{index}", budget)
        for index, check in enumerate(task.checks, start=1)
    ]
    timing = next((timing for timing in volatile.tasks if timing.task == task.id), None)
    schedules = say("schedules_of", schedules=task.schedules, behaviours=task.behaviours)
    return TaskView(
        anchor=f"task-{place}",
        number=number,
        label=show_both(say("task", number=number), limit),
        verdict=task.verdict,
        title=show_both(task.title, limit),
        points=_say_points(task.points, task.max_points),
        message=show_both(task.message, limit) if task.message else None,
        checks=tuple(sorted(checks, key=lambda c: (_ORDER[c.verdict], not c.required))),
        checks_passed=show_both(say("checks_passed", count=len(checks)), limit),
        trace=_build_trace(task.trace, f"trace-{place}", budget, None),
        file=show(task.file, 300, code=True),
        python=show(task.python, 100),
        sandbox=task.sandbox,
        schedules=show_both(schedules, limit) if task.schedules else None,
        certainty=_build_certainty(task, limit),
        duration=None if timing is None else show_both(
            say("duration_of", seconds=say_number(timing.wall_seconds),
                rate=say_number(timing.schedules_per_second, 0)), limit
        ),
        steps=tuple(
            StepView(step.name, step.verdict,
                     show_both(step.message, limit) if step.message else None)
            for step in task.steps
        ),
    )  # fmt: skip


def _build_certainty(task: TaskResult, limit: int) -> Both | None:
    return show_both(say_certainty(task.certainty), limit) if task.certainty else None


def _build_check(check: CheckResult, anchor: str, number: str, budget: Budget) -> CheckView:
    limit = budget.sentence_chars
    judged = check.verdict in ("passed", "failed")
    often = say_how_often(check)
    return CheckView(
        anchor=anchor,
        number=number,
        verdict=check.verdict,
        title=show_both(check.title, limit),
        required=check.required,
        points=_say_points(check.points, check.max_points),
        requirement=show_both(check.requirement, limit) if check.requirement else None,
        message=show_both(check.message, limit) if check.message else None,
        often=show_both(often, limit) if often else None,
        certainty=show_both(say_certainty(check.certainty), limit) if judged else None,
        hint=show_both(check.hint, limit) if check.hint and check.verdict != "passed" else None,
        replay=show(check.replay, limit) if check.replay else (),
        trace=_build_trace(check.trace, f"trace-{anchor}", budget, check),
    )


def _build_trace(
    trace: Trace | None, anchor: str, budget: Budget, check: CheckResult | None
) -> TraceView | None:
    if trace is None or not (trace.cells or trace.waiting):
        return None
    return TraceView(
        anchor=anchor,
        table=build_table(trace, budget, check),
        graph=build_graph(trace, budget),
        timeline=_build_line(trace, budget) if budget.rows else None,
        flow=build_flow(trace, budget),
    )


def _build_line(trace: Trace, budget: Budget) -> TimeLine | None:
    if trace.visits is not None:
        return build_visits(trace.visits, budget)
    return build_timeline(trace, budget)


def _build_finding(finding: Finding, labels: dict[str, Both], limit: int) -> FindingView:
    label = labels.get(finding.task) if finding.task else None
    return FindingView(finding.kind, label, show_both(finding.message, limit))


def _say_points(points: float, most: float) -> Both:
    return show_both(say("points", points=say_number(points), most=say_number(most)), 60)
