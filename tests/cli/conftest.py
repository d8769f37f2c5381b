"""A grader whose engine is a stand-in: it passes every script and fails every problem."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.cli.main import run
from grader.model.base import Verdict
from grader.model.problem import Problem
from grader.model.result import SubmissionResult, TaskResult, Volatile
from grader.model.settings import Progress, Settings
from grader.model.submission import Submission
from grader.model.task import Task

NUMBERS = (1, 2, 4, 5, 6)


@dataclass(frozen=True)
class Ended:
    """What one command line came to."""

    code: int
    out: str
    err: str


RunGrader = Callable[..., Ended]


class StandIn(types.ModuleType):
    """Takes the place of `grader.grade`; remembers the settings it was given."""

    settings: Settings | None = None
    tasks: tuple[str, ...] = ()
    verdict_of_scripts: Verdict = "passed"
    raises: BaseException | None = None

    def grade_submission(
        self,
        submission: Submission,
        tasks: Sequence[Task],
        settings: Settings,
        on_progress: Callable[[Progress], None],
    ) -> SubmissionResult:
        """Grade by intake alone."""
        if self.raises is not None:
            raise self.raises
        self.settings, self.tasks = settings, tuple(task.id for task in tasks)
        results = tuple(self._grade(submission, task, on_progress) for task in tasks)
        verdicts = {result.verdict for result in results}
        return SubmissionResult(
            submission=submission.name,
            points=sum(result.points for result in results),
            max_points=sum(result.max_points for result in results),
            verdict="passed" if verdicts == {"passed"} else "failed",
            tasks=results,
            volatile=Volatile(started="now", wall_seconds=0.0, host="here", grader="test"),
        )

    def _grade(
        self, submission: Submission, task: Task, on_progress: Callable[[Progress], None]
    ) -> TaskResult:
        on_progress(Progress(task=task.id, phase="observe", done=1, total=2))
        on_progress(Progress(task=task.id, phase="judge", done=2, total=2))
        found = submission.scripts[task.id]
        is_problem = isinstance(found, Problem)
        verdict: Verdict = "failed" if is_problem else self.verdict_of_scripts
        return TaskResult(
            id=task.id,
            title=task.title,
            verdict=verdict,
            points=task.points if verdict == "passed" else 0,
            max_points=task.points,
            message=found.message if isinstance(found, Problem) else None,
            sandbox="none" if is_problem else "local",
            python="3.11",
            schedules=0,
        )


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """The stand-in that `grader check` will call."""
    stand_in = StandIn("grader.grade")
    monkeypatch.setitem(sys.modules, "grader.grade", stand_in)
    return stand_in


@pytest.fixture
def assignments(tmp_path: Path) -> Path:
    """A folder with the five thread tasks, whose suites are empty."""
    folder = tmp_path / "course" / "assignments"
    for number in NUMBERS:
        task = folder / f"task0{number}"
        task.mkdir(parents=True)
        (task / f"test_task0{number}.py").touch()
        (task / "task.toml").write_text(
            f'id = "task0{number}"\npoints = 10\n[title]\nzh = "题 {number}"\nen = "T {number}"\n',
            encoding="utf-8",
        )
    return folder


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    """A complete submission."""
    folder = tmp_path / "alice"
    folder.mkdir()
    for number in NUMBERS:
        (folder / f"task0{number}.py").write_text("print(1)\n")
    return folder


@pytest.fixture
def grader(
    engine: StandIn,
    assignments: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> RunGrader:
    """Runs a command line in an empty working folder below the course."""
    here = assignments.parent / "work"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run_grader(*arguments: object) -> Ended:
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Ended(code, out, err)

    return run_grader
