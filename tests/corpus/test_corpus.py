"""The whole corpus: every right program passes, every wrong one fails for its own reason.

A program that is not judged as labelled in the first, smaller number of schedules is judged again
at the full budget: rare orders need it, and a right program must hold there too.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor

import pytest

from tests.corpus.judging import Judged, judge_program
from tests.corpus.labels import Labelled, read_corpus

FIRST_SCHEDULES = 50
TASKS = sorted({program.task for program in read_corpus()})


def judge_twice(program: Labelled) -> Judged:
    """Judge with few schedules, and with all of them where that was not as labelled."""
    first = judge_program(program, FIRST_SCHEDULES, "local")
    return first if not first.problem else judge_program(program, None, "local")


@pytest.mark.slow
@pytest.mark.parametrize("task", TASKS)
def test_every_program_is_judged_as_labelled(task: str) -> None:
    """Verdict, the check that catches it, and no other check by accident."""
    programs = [p for p in read_corpus(task) if p.python <= sys.version_info[:2]]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        judged = list(pool.map(judge_twice, programs))
    off = [f"{j.name}: {j.problem}" for j in judged if j.problem]
    assert off == []


@pytest.mark.parametrize("task", TASKS)
def test_the_corpus_is_large_and_proves_every_check(task: str) -> None:
    """At least 12 right and 20 wrong programs a task, and a wrong one for each check."""
    from grader.suite.plugin import collect_checks
    from tests.corpus.judging import tasks_by_id

    programs = read_corpus(task)
    assert sum(p.passes for p in programs) >= 12
    assert sum(not p.passes for p in programs) >= 20
    caught = {p.caught_by or p.lacks for p in programs} - {""}
    assert caught == {check.id for check in collect_checks(tasks_by_id()[task].suite)}
