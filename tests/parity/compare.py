"""Programs of the parity test under the plain interpreter and under the engine, side by side."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path

from tests.parity.programs import make_program
from tests.runtime.sessions import ENVIRONMENT, ROOT

BATCH = 25
_ENGINE = (
    f"import sys; sys.path[:0] = [{str(ROOT)!r}]; from tests.parity.engine import main; main()"
)


def run_plainly(numbers: list[int], python: str) -> dict[int, list[str]]:
    """The printed lines of each program under the plain interpreter, sorted."""
    sources = {number: make_program(number) for number in numbers}
    script = str(Path(__file__).with_name("plain.py"))
    answer = _answer([python, "-s", "-B", script], sources)
    lines = {}
    for number, (status, text) in json.loads(answer).items():
        if status:
            raise RuntimeError(f"program {number} ends with {status} by itself")
        lines[int(number)] = sorted(text.splitlines())
    return lines


def run_under_engine(expected: dict[int, list[str]], python: str) -> list[tuple[int, list[str]]]:
    """Each program's number and what is wrong with it under the engine."""
    answer = _answer([python, "-I", "-B", "-c", _ENGINE], expected)
    return [(number, problems) for number, problems in map(json.loads, answer.splitlines())]


def _answer(command: list[str], question: object) -> str:
    ran = subprocess.run(
        command, input=json.dumps(question), capture_output=True, encoding="utf-8", env=ENVIRONMENT
    )
    if ran.returncode:
        raise RuntimeError(ran.stderr)
    return ran.stdout


def compare(numbers: range, python: str = sys.executable) -> Iterator[tuple[int, list[str]]]:
    """Each program's number and what is wrong with it, as soon as it is known."""
    batches = [list(numbers[first : first + BATCH]) for first in range(0, len(numbers), BATCH)]

    def judge(batch: list[int]) -> list[tuple[int, list[str]]]:
        return run_under_engine(run_plainly(batch, python), python)

    with ThreadPoolExecutor(cpu_count()) as pool:
        for judged in pool.map(judge, batches):
            yield from judged
