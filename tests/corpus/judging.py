"""Grade one corpus program, and hold the result against its label."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grader.catalog.load import load_tasks
from grader.grade import grade_submission
from grader.model.result import TaskResult
from grader.model.settings import Settings
from grader.model.submission import Script, Submission
from grader.model.task import Task
from tests.corpus.labels import Labelled

ASSIGNMENTS = Path(__file__).parent.parent.parent / "assignments"


@dataclass(frozen=True)
class Judged:
    """One program's judgement; `problem` says how it differs from the label."""

    name: str
    problem: str
    note: str
    seconds: float


@cache
def tasks_by_id() -> dict[str, Task]:
    """The catalogue."""
    return {task.id: task for task in load_tasks(ASSIGNMENTS)}


def grade_program(
    program: Labelled, schedules: int | None, sandbox: str, python: str | None = None
) -> TaskResult:
    """Grade one file as the submission of its task."""
    name = f"{program.task}.py"
    submission = Submission(
        name=program.path.stem, root=program.path, files={name: program.path.read_bytes()},
        scripts={program.task: Script(task=program.task, path=name)},
    )
    settings = Settings(
        sandbox=sandbox, python=python, schedules=schedules, shrinks=False  # type: ignore[arg-type]
    )
    task = tasks_by_id()[program.task]
    return grade_submission(submission, [task], settings, lambda _: None).tasks[0]


def judge_program(
    program: Labelled, schedules: int | None, sandbox: str, python: str | None = None
) -> Judged:
    """Grade and compare."""
    started = time.monotonic()
    result = grade_program(program, schedules, sandbox, python)
    note = f"{result.schedules} schedules" + (f": {result.message.en}" if result.message else "")
    return Judged(program.name, problem_of(program, result), note, time.monotonic() - started)


def problem_of(program: Labelled, result: TaskResult) -> str:
    """How a result differs from the label; empty when it does not."""
    broken = {c.id: c for c in result.checks if c.verdict == "failed"}
    doubtful = {c.id: c for c in result.checks if c.verdict == "could_not_judge"}
    said = "; ".join(
        f"{c.id} {c.verdict}: {c.message.en if c.message else ''}"
        for c in [*broken.values(), *doubtful.values()]
    )
    if program.passes:
        if result.verdict != "passed" or set(broken) != program.lacks or doubtful:
            lacks = ", ".join(sorted(program.lacks))
            return f"should pass{f' without {lacks}' if lacks else ''}, but: {said}"
        return ""
    if result.verdict != "failed":
        return f"should fail by {program.caught_by}, but is {result.verdict}: {said}"
    if program.caught_by not in broken:
        return f"should fail by {program.caught_by}, but failed by: {said}"
    required = {c.id for c in broken.values() if c.required}
    extra = required - {program.caught_by} - program.also
    if extra:
        return f"fails also by {sorted(extra)}: {said}"
    return ""
