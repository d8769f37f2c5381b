"""The fifteen small bugs of the literature: each is found, and its correct twin never accused."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.runtime.sessions import Evidence, Session, printed

BUGS = Path(__file__).parent / "bugs"
NAMES = sorted(path.name for path in BUGS.iterdir())
BUDGET = 500
SEEDS = 5


def goes_wrong(evidence: Evidence) -> bool:
    """Did this schedule print that it is wrong, or stand still?"""
    assert evidence["stop"] in ("exit", "deadlock"), evidence["stop"]
    return evidence["stop"] == "deadlock" or printed(evidence) != "right\n"


def first_failing(script: dict[str, bytes], seed: int) -> int | None:
    """Number of the first schedule that goes wrong, None where none of the budget does."""
    with Session(script) as session:
        for message in session.messages(BUDGET, seed):
            if message["kind"] == "schedule" and goes_wrong(message):
                return int(message["number"])
    return None


def script_of(name: str, side: str) -> dict[str, bytes]:
    """A bug's script as the files of a job."""
    return {"task.py": (BUGS / name / f"{side}.py").read_bytes()}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_bug_is_found_within_the_budget(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    """With the default mix and every seed."""
    firsts = [first_failing(script_of(name, "wrong"), seed) for seed in range(SEEDS)]
    assert None not in firsts
    median = statistics.median(first for first in firsts if first is not None)
    record_property("median_first_failing", median)
    assert median <= 60


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_correct_twin_is_never_accused(name: str) -> None:
    """In none of the schedules of a whole budget."""
    with Session(script_of(name, "right")) as session:
        assert not [e["number"] for e in session.explore(BUDGET) if goes_wrong(e)]
