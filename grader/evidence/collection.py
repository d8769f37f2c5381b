"""All schedules of one job: each distinct one once, and how often it was seen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from grader.evidence.schedule import Schedule


@dataclass(frozen=True)
class Seen:
    """A schedule and how many of the job's schedules were exactly like it."""

    schedule: Schedule
    times: int


@dataclass(frozen=True)
class Evidence:
    """What one job left."""

    python: str
    script: str
    sources: dict[str, str]
    """the student's files as text, by path relative to the submission, for quoting lines"""
    seen: tuple[Seen, ...]
    schedules: int
    behaviours: int
    none_new_in_last: int
    complete: bool
    """were these all orders that there are?"""

    @property
    def first(self) -> Evidence:
        """Only the schedule that was run first: the plain order."""
        return replace(self, seen=self.seen[:1], schedules=1, behaviours=1)

    def line_text(self, file: str, line: int) -> str:
        """The source line, stripped; empty where there is none."""
        rows = self.sources.get(file, "").splitlines()
        return rows[line - 1].strip() if 0 < line <= len(rows) else ""
