"""What the user chose for one run, and what the engine says while it works."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from grader.model.base import Language, Noun
from grader.model.submission import Submission
from grader.model.task import Task

SandboxChoice = Literal["auto", "docker", "local"]
DEFAULT_SEED = 1


class Settings(Noun):
    """The choices of one run. Same submission, tasks and settings: same grade."""

    sandbox: SandboxChoice = "auto"
    python: str | None = Field(
        default=None, pattern=r"^[0-9]+[.][0-9]+$",
        description="which Python runs the programs (3.14); null: the one that runs the grader",
    )
    schedules: int | None = Field(
        default=None, ge=1, description="instead of each task's own budget"
    )
    seed: int = Field(default=DEFAULT_SEED, ge=0)
    shrinks: bool = Field(
        default=True, description="make failing schedules as plain as can be; changes no verdict"
    )
    language: Language = "en"
    jobs: int = Field(default=1, ge=1, description="how many tasks at once; changes no verdict")


class Progress(Noun):
    """How far the engine is with one task."""

    task: str
    phase: Literal["observe", "judge", "shrink"]
    done: int = Field(ge=0)
    total: int = Field(ge=0, description="0: not known")


class ReplayRequest(Noun):
    """Run one schedule of one task again, and tell what happened."""

    submission: Submission
    task: Task
    schedule: str = Field(description="the code that a report printed")
    settings: Settings = Settings()
