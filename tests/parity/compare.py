"""One program of the parity test: its schedules against the plain interpreter and each other."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path
from typing import Any

from tests.parity.programs import make_program
from tests.runtime.sessions import ENVIRONMENT, Evidence, Session, printed, same_log

SCHEDULES = 8
BATCH = 50


def run_plainly(numbers: list[int], python: str) -> dict[int, list[str]]:
    """The printed lines of each program under the plain interpreter, sorted."""
    sources = {number: make_program(number) for number in numbers}
    ran = subprocess.run(
        [python, "-s", "-B", str(Path(__file__).with_name("plain.py"))],
        input=json.dumps(sources), capture_output=True, encoding="utf-8", env=ENVIRONMENT,
    )
    if ran.returncode:
        raise RuntimeError(ran.stderr)
    answers: dict[str, tuple[int, str]] = json.loads(ran.stdout)
    for number, (status, _) in answers.items():
        if status:
            raise RuntimeError(f"program {number} ends with {status} by itself")
    return {int(number): sorted(text.splitlines()) for number, (_, text) in answers.items()}


def disagreements(number: int, expected: list[str], python: str, budget: int) -> Iterator[str]:
    """What is wrong with the engine's view of program `number`: nothing, if all is well."""
    files = {"task.py": make_program(number).encode()}
    with Session(files, python=python) as session:
        first = list(session.messages(budget))
        for evidence in schedules_of(first):
            yield from _differs_from_plain(number, expected, evidence)
            yield from _differs_from_replay(number, evidence, session)
        again = list(session.messages(budget))
        if comparable(first) != comparable(again):
            yield f"program {number}: the same exploration twice differs"


def schedules_of(messages: Iterable[Evidence]) -> list[Evidence]:
    """The distinct schedules among a session's answers."""
    return [message for message in messages if message["kind"] == "schedule"]


def comparable(messages: list[Evidence]) -> list[Any]:
    """Answers without the kernel's thread ids."""
    return [
        {**message, "log": same_log(message)} if "log" in message else message
        for message in messages
    ]


def _differs_from_plain(number: int, expected: list[str], evidence: Evidence) -> Iterator[str]:
    lines = sorted(printed(evidence).splitlines())
    ending = evidence["stop"], evidence["status"], evidence["raw"], evidence["contradictions"]
    where = f"program {number}, schedule {evidence['number']} ({evidence['strategy']})"
    if ending != ("exit", 0, "", []):
        yield f"{where} ends with {ending} {evidence['detail']}: {printed(evidence, 2)[-300:]}"
    elif lines != expected:
        yield f"{where} prints {lines}, plainly {expected}"


def _differs_from_replay(number: int, evidence: Evidence, session: Session) -> Iterator[str]:
    again = session.replay(evidence)
    same = all(again[key] == evidence[key] for key in ("stop", "clock", "steps", "status"))
    if not same or same_log(again) != same_log(evidence):
        yield f"program {number}, schedule {evidence['number']}: its replay differs"


def compare(
    numbers: range, python: str = sys.executable, budget: int = SCHEDULES
) -> Iterator[tuple[int, list[str]]]:
    """Each program's number and what is wrong with it, as soon as it is known."""
    batches = [
        list(numbers[first : first + BATCH]) for first in range(0, len(numbers), BATCH)
    ]

    def judge(number: int, expected: list[str]) -> tuple[int, list[str]]:
        return number, list(disagreements(number, expected, python, budget))

    with ThreadPoolExecutor(cpu_count()) as pool:
        for batch in batches:
            plain = run_plainly(batch, python)
            yield from pool.map(judge, plain.keys(), plain.values())
