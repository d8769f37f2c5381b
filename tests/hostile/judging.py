"""Grade one hostile program, and hold the result against the label in its first lines."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

from grader.catalog.load import load_tasks
from grader.grade import grade_submission
from grader.intake.read import read_submission
from grader.model.result import TaskResult
from grader.model.settings import Settings

PROGRAMS = Path(__file__).parent / "programs"
ASSIGNMENTS = Path(__file__).parent.parent.parent / "assignments"
_LABEL = re.compile(rb"# task (\d+) \S+ (\w+) \S+ (.+)")
_IN_DOCKER = re.compile(rb"# in docker: (.+)")
SCHEDULES = 60


@dataclass(frozen=True)
class Hostile:
    """One program: `verdict` may be "not_passed", `words` "*" where any will do. A container keeps
    some of them from what they can do in the local sandbox, which does not isolate."""

    path: Path
    task: str
    verdict: str
    words: str
    docker_words: str

    @property
    def name(self) -> str:
        """`forgery/wrong_nonce`"""
        return f"{self.path.parent.name}/{self.path.stem}"


def read_label(path: Path) -> Hostile:
    """Read the label of one program. Raises ValueError where it has none."""
    found = _LABEL.search(path.read_bytes()[:600])
    if found is None:
        raise ValueError(f"{path} says nowhere what it must get")
    task, verdict, words = (part.decode("ascii").strip() for part in found.groups())
    isolated = _IN_DOCKER.search(path.read_bytes()[:600])
    in_docker = isolated[1].decode("ascii").strip() if isolated else words
    return Hostile(path, f"task{int(task):02}", verdict, words, in_docker)


def read_programs() -> list[Hostile]:
    """All of them, in order."""
    return [read_label(path) for path in sorted(PROGRAMS.glob("*/*.py"))]


def grade(
    program: Hostile, folder: Path, sandbox: str, python: str | None = None
) -> TaskResult:
    """Grade it as a student would hand it in: as the only script of a folder."""
    folder.mkdir()
    (folder / f"{program.task}.py").write_bytes(program.path.read_bytes())
    tasks = [task for task in load_tasks(ASSIGNMENTS) if task.id == program.task]
    settings = Settings(
        sandbox=sandbox, python=python, schedules=SCHEDULES, shrinks=False  # type: ignore[arg-type]
    )
    submission = read_submission(folder, [program.task])
    return grade_submission(submission, tasks, settings, lambda _: None).tasks[0]


def problem_of(program: Hostile, result: TaskResult, sandbox: str) -> str:
    """How a result differs from the label; empty when it does not."""
    said = "; ".join(
        ([result.message.en] if result.message else [])
        + [f"{c.id} {c.verdict}: {c.message.en}" for c in result.checks if c.message]
    )
    allowed = {"failed", "could_not_judge"} if program.verdict == "not_passed" else {program.verdict}
    if result.verdict not in allowed:
        return f"should be {program.verdict}, but is {result.verdict}: {said}"
    words = program.docker_words if sandbox == "docker" else program.words
    if words != "*" and words not in said:
        return f"should say “{words}”, but says: {said}"
    return ""


def judge(
    program: Hostile, folder: Path, sandbox: str, python: str | None = None
) -> tuple[str, float]:
    """What is wrong with the judgement (empty: nothing), and how many seconds it took."""
    started = time.monotonic()
    problem = problem_of(program, grade(program, folder, sandbox, python), sandbox)
    return problem, time.monotonic() - started
