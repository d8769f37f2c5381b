"""A grade as a table: one row per task, the total, and what else a human should see."""

from __future__ import annotations

from rich.text import Text as Styled

from grader.cli import words
from grader.cli.session import Session
from grader.cli.terminal import new_table, output_console, styled
from grader.model.base import Verdict
from grader.model.result import SubmissionResult, TaskResult


def print_result(result: SubmissionResult, session: Session) -> None:
    """Print the table, the total, which sandbox was used, and the findings."""
    say = session.say
    headings = (words.TASK, words.TITLE, words.VERDICT, words.POINTS, words.FIRST_PROBLEM)
    table = new_table(*(say(heading) for heading in headings))
    for task in result.tasks:
        table.add_row(
            styled(task.id),
            styled(say(task.title)),
            verdict_cell(task.verdict, session),
            _points(task.points, task.max_points),
            styled(_first_problem(task, session)),
        )
    table.add_row(
        styled(say(words.TOTAL), "bold"),
        styled(result.submission, "bold"),
        verdict_cell(result.verdict, session),
        _points(result.points, result.max_points),
    )
    console = output_console()
    console.print(table)
    for sandbox in sorted({task.sandbox for task in result.tasks} & words.SANDBOXES.keys()):
        console.print(styled(say(words.SANDBOXES[sandbox]), "dim"), soft_wrap=True)
    for finding in result.findings:
        task_id = f"{finding.task}: " if finding.task else ""
        console.print(styled(f"! {task_id}{say(finding.message)}", "yellow"), soft_wrap=True)


def verdict_cell(verdict: Verdict, session: Session) -> Styled:
    """Return glyph and word, in colour where there is any."""
    glyph, colour, word = words.VERDICTS[verdict]
    return styled(f"{glyph} {session.say(word)}", colour)


def _points(points: float, most: float) -> Styled:
    return styled(f"{points:g} / {most:g}")


def _first_problem(task: TaskResult, session: Session) -> str:
    """Return the task's message, else that of its first check that did not pass."""
    if task.message is not None:
        return session.say(task.message)
    for check in task.checks:
        if check.verdict != "passed" and check.message is not None:
            return session.say(check.message)
    return ""
