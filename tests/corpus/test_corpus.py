"""A sixth of the corpus, in which each check has its turn: every right program passes, every wrong
one fails for its own reason. The whole corpus is `python -m tests.corpus`.

A program that is not judged as labelled in the first, smaller number of schedules is judged again
at the full budget: rare orders need it, and a right program must hold there too.
"""

from __future__ import annotations

import sys

import pytest

from tests.corpus.judging import judge_program
from tests.corpus.labels import Labelled, read_corpus

FIRST_RIGHT, FIRST_WRONG, FIRST_SERVER = 40, 64, 3
"""schedules; of a server in each of its scenarios"""
SERVERS = frozenset({"task09", "task10", "task11"})
PROGRAMS = [p for p in read_corpus() if p.runs_on(sys.version_info[:2])]
EVERY = 6
TASKS = sorted({program.task for program in PROGRAMS})


def part_of(programs: list[Labelled]) -> list[Labelled]:
    """Every sixth program, and for each check the first one that it catches."""
    proves: dict[tuple[str, str], Labelled] = {}
    for program in programs:
        for check in program.lacks or {program.caught_by}:
            proves.setdefault((program.task, check), program)
    chosen = {p.name for p in [*programs[::EVERY], *proves.values()]}
    return [p for p in programs if p.name in chosen]


@pytest.mark.slow
@pytest.mark.parametrize("program", part_of(PROGRAMS), ids=lambda p: p.name)
def test_a_program_is_judged_as_labelled(program: Labelled) -> None:
    """Verdict, the check that catches it, and no other check by accident."""
    first = FIRST_RIGHT if program.passes else FIRST_WRONG
    if program.task in SERVERS:
        first = FIRST_SERVER
    judged = judge_program(program, first, "local")
    if judged.problem:
        judged = judge_program(program, None, "local")
    assert judged.problem == ""


@pytest.mark.parametrize("task", TASKS)
def test_the_corpus_is_large_and_proves_every_check(task: str) -> None:
    """At least 12 right and 20 wrong programs a task, and a wrong one for each check."""
    from grader.suite.plugin import collect_checks
    from tests.corpus.judging import tasks_by_id

    programs = read_corpus(task)
    assert sum(p.passes for p in programs) >= 12
    assert sum(not p.passes for p in programs) >= 20
    caught = {check for p in programs for check in p.lacks or {p.caught_by}} - {""}
    assert caught == {check.id for check in collect_checks(tasks_by_id()[task].suite)}
