"""From outcomes to the record: points, verdicts, sentences, certainty, replay commands."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from grader.evidence.collection import Evidence
from grader.evidence.schedule import Schedule
from grader.evidence.tell import tell
from grader.job.code import ScheduleCode
from grader.model.base import Text, Verdict, text
from grader.model.result import Certainty, CheckResult, Looked, TaskResult
from grader.model.task import Task
from grader.suite.outcome import Outcome


def certainty_of(evidence: Evidence) -> Certainty:
    """How much this evidence covers, in words."""
    n, m, k = evidence.schedules, evidence.behaviours, evidence.none_new_in_last
    if evidence.complete:
        words = text(f"全部 {n} 种调度顺序", f"all {n} orders that there are")
        return Certainty(
            kind="all_orders", schedules=n, behaviours=m, none_new_in_last=k, text=words
        )
    return Certainty(
        kind="sampled", schedules=n, behaviours=m, none_new_in_last=k,
        text=text(
            f"{n} 次调度，{m} 种不同行为，最近 {k} 次没有新的行为",
            f"{n} schedules, {m} behaviours, none new in the last {k}",
        ),
    )


def code_of(schedule: Schedule) -> ScheduleCode:
    """The code that replays a schedule."""
    raw = schedule.raw
    return ScheduleCode(raw.seed, raw.patience, tuple(raw.deviations), raw.scenario)


def replay_command(
    submission: str, task: Task, schedule: Schedule, python: str | None = None
) -> str:
    """One complete command that replays a schedule, under the Python that was asked for."""
    version = f" --python {python}" if python else ""
    return (
        f"grader replay {shlex.quote(submission)} --task {task.number} "
        f"--schedule {code_of(schedule)}{version}"
    )


def check_result(
    outcome: Outcome, evidence: Evidence, submission: str, task: Task, python: str | None = None
) -> CheckResult:
    """One check's part of the record."""
    check = outcome.check
    replay = trace = None
    if outcome.schedule is not None and outcome.violation is not None:
        replay = replay_command(submission, task, outcome.schedule, python)
        trace = tell(
            evidence, outcome.schedule, at=outcome.violation.at, timed=task.timed,
            deadline_ns=outcome.violation.deadline_ns,
        )
    return CheckResult(
        id=check.id, title=check.title, required=check.required, verdict=outcome.verdict,
        points=check.points if outcome.verdict == "passed" else 0.0, max_points=check.points,
        message=outcome.message, requirement=check.requirement,
        hint=None if outcome.verdict == "passed" else check.hint,
        schedules=Looked(
            over={"ended": "all", "everything": "all"}.get(check.over, check.over),
            looked_at=outcome.looked_at, broken_in=outcome.broken_in,
        ),
        certainty=certainty_of(evidence), replay=replay, trace=trace,
    )


def task_verdict(checks: Sequence[CheckResult]) -> Verdict:
    """Passed when every required check is; a doubt in one of them is a doubt in all."""
    required = [c.verdict for c in checks if c.required]
    if "failed" in required:
        return "failed"
    if "could_not_judge" in required:
        return "could_not_judge"
    return "passed" if all(v == "passed" for v in required) else "failed"


def first_problem(checks: Sequence[CheckResult]) -> Text | None:
    """The sentence for the table: the first required failure, else the first doubt, else a plus."""
    for wanted in ("failed", "could_not_judge"):
        for required in (True, False):
            for check in checks:
                if check.verdict == wanted and check.required is required and check.message:
                    return check.message
    return None


def could_not_judge(
    task: Task, checks: Sequence[CheckResult], message: Text, sandbox: str, python: str, file: str
) -> TaskResult:
    """A job that failed on our side."""
    return TaskResult(
        id=task.id, title=task.title, verdict="could_not_judge", points=0.0,
        max_points=sum(c.max_points for c in checks) or task.points, message=message,
        sandbox=sandbox, python=python, file=file, schedules=0, checks=tuple(checks),
    )
