"""The commands that a record carries."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from grader.job.result import replay_command

TASK: Any = SimpleNamespace(number=5)
SCHEDULE: Any = SimpleNamespace(raw=SimpleNamespace(seed=1, patience=20, deviations=[(0, 5, 3)], scenario=""))


def test_a_replay_names_the_python_that_was_asked_for() -> None:
    """A schedule's code belongs to one version, so another one is part of the command."""
    own = replay_command("my work", TASK, SCHEDULE)
    assert own == "grader replay 'my work' --task 5 --schedule s1p20_0.5.3"
    assert replay_command("my work", TASK, SCHEDULE, "3.15") == f"{own} --python 3.15"
