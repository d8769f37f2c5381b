"""Many programs under the engine, in one process: each against its plain output and its replays.

Run as a script: reads {number: sorted plain lines} on standard input, writes one JSON line
[number, [what is wrong]] per program. It needs no supervisor of its own for each program and
chooses its schedules itself, so that a few of each kind are enough.
"""

from __future__ import annotations

import base64
import json
import os
import resource
import sys
from collections.abc import Iterator
from itertools import zip_longest
from random import Random

from grader.runtime.supervisor import Program
from grader.runtime.wire import THREADS_LIMIT
from grader.runtime.world.explorer import Exploration, Request, replayed, sampled
from grader.runtime.world.spinning import SPIN_TURNS
from grader.runtime.world.strategies import PartialOrderSampling, RunToBlock
from grader.runtime.world.terms import Limits
from tests.parity.programs import make_program
from tests.runtime.sessions import Evidence, printed, same_log

LIMITS = Limits()


def requests_of(number: int) -> Iterator[Request]:
    """The schedules of one program: plain, partial order, one of the mix, one with a loose clock."""
    known = Exploration(500, number, length=100)
    yield Request("run_to_block", False, number, RunToBlock(), SPIN_TURNS)
    yield Request("pos", False, number, PartialOrderSampling(Random(number)))
    yield sampled(known, number % 97)
    yield Request("pos", True, number, PartialOrderSampling(Random(number)), SPIN_TURNS)


def differences(number: int, expected: list[str], program: Program) -> Iterator[str]:
    """What is wrong with the engine's view of program `number`: nothing, if all is well."""
    again = requests_of(number)
    for position, request in enumerate(requests_of(number)):
        where = f"program {number}, {request.name}{' perturbed' * request.perturbed}"
        evidence = program.run(request, LIMITS)["evidence"]
        yield from from_plain(where, expected, evidence)
        repeated = next(again)
        if position == number % 2:
            found = difference(evidence, program.run(repeated, LIMITS)["evidence"])
            if found:
                yield f"{where}: run again it differs: {found}"
        replay = replayed(request.seed, request.patience, evidence["deviations"])
        found = difference(evidence, program.run(replay, LIMITS)["evidence"])
        if found:
            yield f"{where}: its replay differs: {found}"


def from_plain(where: str, expected: list[str], evidence: Evidence) -> Iterator[str]:
    """Does a schedule differ from the plain run? Time-outs may, where the clock is loose."""
    lines = sorted(printed(evidence).splitlines())
    ending = evidence["stop"], evidence["status"], evidence["raw"], evidence["contradictions"]
    if evidence["respected"] and ending != ("exit", 0, "", []):
        yield f"{where} ends with {ending} {evidence['detail']}: {printed(evidence, 2)[-300:]}"
    elif evidence["respected"] and lines != expected:
        yield f"{where} prints {lines}, plainly {expected}"
    elif evidence["stop"] in ("lost", "died", "blocked", "no_answer", "unmodelled"):
        yield f"{where} ends with {ending} {evidence['detail']}"


def difference(one: Evidence, other: Evidence) -> str:
    """Where two schedules are not the same, byte for byte; empty when they are."""
    for key in ("stop", "detail", "status", "clock", "steps", "raw", "waiting", "spins", "polls"):
        if one[key] != other[key]:
            return f"{key}: {str(one[key])[:200]} | {str(other[key])[:200]}"
    for row, again in zip_longest(same_log(one), same_log(other)):
        if row != again:
            return f"{row} | {again}"
    return ""


def main() -> None:
    """See the module."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 400 + 4 * THREADS_LIMIT), most))
    host, _ = os.pipe()  # stands for a host that never hangs up
    for number, expected in json.load(sys.stdin).items():
        source = base64.b64encode(make_program(int(number)).encode()).decode()
        job = {"files": [{"path": "task.py", "data": source}], "script": "task.py", "watch": []}
        program = Program(job, host)
        try:
            if program.refused:
                problems = [f"program {number}: {program.refused}"]
            else:
                problems = list(differences(int(number), expected, program))
        finally:
            program.close()
        print(json.dumps([int(number), problems]), flush=True)
