"""What the first lines of a corpus program say about the verdict that it must get."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from grader.job.start_method import FIRST_WITHOUT_FORK

ROOT = Path(__file__).parent
_VERDICT = re.compile(r"# verdict: (passed|failed by (\w+)|passed without (\w+(?:, \w+)*))\s*$")
_ALSO = re.compile(r"# also: ([\w, ]+)")
_FORK = "# relies on fork"
"""so the label holds on Pythons before 3.14 only; see `grader.job.start_method`"""
_PYTHON = re.compile(r"# python: >=(\d+)\.(\d+)")


@dataclass(frozen=True)
class Labelled:
    """One corpus program."""

    task: str
    path: Path
    passes: bool
    caught_by: str
    lacks: frozenset[str]
    also: frozenset[str]
    python: tuple[int, int]
    relies_on_fork: bool = False

    def runs_on(self, version: tuple[int, ...]) -> bool:
        """Does the label hold on this Python?"""
        return self.python <= version and not (
            self.relies_on_fork and version >= FIRST_WITHOUT_FORK)

    @property
    def name(self) -> str:
        """`task05/wrong/no_limit`"""
        return f"{self.task}/{self.path.parent.name}/{self.path.stem}"


def read_label(path: Path) -> Labelled:
    """Read the label of one program. Raises ValueError where it has none."""
    head = path.read_bytes()[:1500].decode("utf-8", "replace").splitlines()[:8]
    verdicts = [m for line in head if (m := _VERDICT.match(line.strip()))]
    if len(verdicts) != 1:
        raise ValueError(f"{path} has no verdict in its first lines")
    also = [m[1] for line in head if (m := _ALSO.match(line))]
    python = [(int(m[1]), int(m[2])) for line in head if (m := _PYTHON.match(line))]
    return Labelled(
        task=path.parent.parent.name, path=path, passes=verdicts[0][1].startswith("passed"),
        caught_by=verdicts[0][2] or "", lacks=frozenset((verdicts[0][3] or "").split(", ")) - {""},
        also=frozenset(part.strip() for row in also for part in row.split(",") if part.strip()),
        python=python[0] if python else (3, 11),
        relies_on_fork=any(line.strip() == _FORK for line in head),
    )


def read_corpus(task: str = "task*") -> list[Labelled]:
    """All programs of the corpus, in order."""
    return [read_label(p) for p in sorted(ROOT.glob(f"{task}/*/*.py")) if p.parent.name in
            ("right", "wrong")]


def spread(programs: list[Labelled], each: int) -> list[Labelled]:
    """`each` right and `each` wrong programs of every task, evenly from the first to the last."""
    groups: dict[tuple[str, bool], list[Labelled]] = {}
    for program in programs:
        groups.setdefault((program.task, program.passes), []).append(program)
    return [
        group[i * len(group) // many]
        for group in groups.values()
        for many in [min(each, len(group))]
        for i in range(many)
    ]
