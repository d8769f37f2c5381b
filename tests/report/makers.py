"""Makes checks, tasks and whole records for the tests of the report, with sensible defaults."""

from __future__ import annotations

from typing import Any

from grader.model.base import Text, Verdict, text
from grader.model.result import (
    Certainty,
    CheckResult,
    Looked,
    Step,
    SubmissionResult,
    TaskResult,
    TaskTiming,
    Volatile,
)

SURE = text("500 次调度，42 种行为，最近 120 次没有新的",
            "500 schedules, 42 behaviours, none new in the last 120")  # fmt: skip


def certainty(schedules: int = 500) -> Certainty:
    """A sampled certainty."""
    return Certainty(
        kind="sampled", schedules=schedules, behaviours=42, none_new_in_last=120, text=SURE
    )


def check(name: str, title: Text, verdict: Verdict = "passed", **more: Any) -> CheckResult:
    """One check; a failed one was broken in 37 of 500 schedules."""
    most = more.pop("max_points", 5)
    looked = Looked(over="all", looked_at=500, broken_in=37 if verdict == "failed" else 0)
    values: dict[str, Any] = {
        "required": True,
        "points": most if verdict == "passed" else 0,
        "schedules": looked,
        "certainty": certainty(),
        **more,
    }
    return CheckResult(id=name, title=title, verdict=verdict, max_points=most, **values)


def task(number: int, title: Text, checks: tuple[CheckResult, ...], **more: Any) -> TaskResult:
    """One task, its verdict and points made from its checks unless they are given."""
    verdicts = [one.verdict for one in checks if one.required]
    verdict = next((v for v in ("failed", "could_not_judge", "skipped") if v in verdicts), "passed")
    values: dict[str, Any] = {
        "verdict": verdict,
        "points": sum(one.points for one in checks),
        "max_points": sum(one.max_points for one in checks),
        "sandbox": "docker",
        "python": "3.11.9",
        "file": f"task{number:02}.py",
        "schedules": 500,
        "behaviours": 42,
        "certainty": certainty(),
        "steps": (
            Step(name="intake", verdict="passed"),
            Step(name="observe", verdict="passed"),
            Step(name="judge", verdict="passed"),
        ),
        **more,
    }
    return TaskResult(id=f"task{number:02}", title=title, checks=checks, **values)


def submission(*tasks: TaskResult, name: str = "李明_20231234", **more: Any) -> SubmissionResult:
    """A whole record."""
    verdicts = [one.verdict for one in tasks]
    verdict = next((v for v in ("failed", "could_not_judge") if v in verdicts), "passed")
    values: dict[str, Any] = {
        "points": sum(one.points for one in tasks),
        "max_points": sum(one.max_points for one in tasks),
        "verdict": verdict,
        "volatile": Volatile(
            started="2026-11-02T09:30:00Z",
            wall_seconds=12.345,
            host="lab-3",
            grader="grader 0.1.0",
            tasks=tuple(
                TaskTiming(task=one.id, wall_seconds=1.2, schedules_per_second=412) for one in tasks
            ),
        ),
        **more,
    }
    return SubmissionResult(submission=name, tasks=tasks, **values)
