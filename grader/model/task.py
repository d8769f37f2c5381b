"""One task of the homework, as its `task.toml` and folder describe it."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from grader.model.base import Language, Noun, Text

MIB = 1024 * 1024


class Limits(Noun):
    """What one run of the student's program may use. None of these decides right or wrong."""

    steps: int = Field(
        default=20_000, ge=100, le=10_000_000, description="operations in one schedule"
    )
    wall_seconds: float = Field(
        default=300.0,
        gt=0,
        le=3600,
        description="safety net for the whole job; ends in could-not-judge",
    )
    memory_bytes: int = Field(default=512 * MIB, ge=32 * MIB)
    output_bytes: int = Field(
        default=1 * MIB, ge=1024, description="standard output of one schedule"
    )
    file_bytes: int = Field(
        default=16 * MIB, ge=0, description="what the program may write to disk"
    )
    processes: int = Field(
        default=256, ge=16, description="threads and processes together, as Linux counts"
    )


class Scenario(Noun):
    """`scenario.toml`: what is to be watched while the program runs, beyond threads and lines."""

    watch: tuple[str, ...] = Field(default=(), description="functions whose calls are evidence")
    coroutines: bool = Field(
        default=False, description="what runs as a coroutine, and what passes between them"
    )
    clients: str = Field(
        default="", description="the text of `clients.py`: what clients of a server do"
    )


class Task(Noun):
    """One programming task: what it is worth, how long to look, where its files are."""

    id: str = Field(pattern=r"^task\d\d$")
    number: int = Field(ge=1, le=99)
    title: Text
    points: float = Field(gt=0)
    schedules: int = Field(ge=1, description="the budget, where coverage does not end it earlier")
    timed: bool = Field(description="virtual time is part of what is asked")
    limits: Limits = Limits()
    folder: Path
    suite: Path = Field(description="the pytest file with the checks")
    spec_zh: Path
    spec_en: Path
    starter: Path

    @property
    def script_stem(self) -> str:
        """Name of the student's script without `.py`, as the specification gives it."""
        return self.id

    def spec(self, language: Language) -> Path:
        """Return the file with the task's wording in `language`."""
        return self.spec_zh if language == "zh" else self.spec_en
