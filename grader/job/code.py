"""The code of a schedule, as the replay command carries it: `s1p20_0.5.3_2.7.t`.

`s` the seed of the program's own chance, `p` the patience with threads that only look, then each
deviation from the plain order: where thread 0 was about to do its 5th operation, thread 3 went
instead; where thread 2 was about to do its 7th, `t`ime passed.
Where the task is about a server its scenario stands before that, `crowd.s1p20`, and `_5003.4.c7`
says that only 7 bytes passed in that operation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.model.base import text
from grader.model.problem import BadInput

_CODE = re.compile(
    r"(?:([A-Za-z_]\w{0,39})\.)?s(\d{1,9})p(\d{1,6})"
    r"((?:_\d{1,4}\.\d{1,7}\.(?:\d{1,4}|t|c\d{1,7}))*)"
)


@dataclass(frozen=True)
class ScheduleCode:
    """One schedule, as data."""

    seed: int
    patience: int
    deviations: tuple[tuple[int, int, int], ...]
    scenario: str = ""

    def __str__(self) -> str:
        steps = "".join(f"_{a}.{n}.{_chosen(c)}" for a, n, c in self.deviations)
        scenario = f"{self.scenario}." if self.scenario else ""
        return f"{scenario}s{self.seed}p{self.patience}{steps}"


def _chosen(number: int) -> str:
    if number >= 0:
        return str(number)
    return "t" if number == -1 else f"c{-1 - number}"


def _number(chosen: str) -> int:
    if chosen.startswith("c"):
        return -1 - int(chosen[1:])
    return -1 if chosen == "t" else int(chosen)


def parse_code(code: str) -> ScheduleCode:
    """Read a schedule's code. Raises BadInput."""
    found = _CODE.fullmatch(code.strip())
    if found is None:
        raise BadInput(text(
            f"“{code[:80]}”不是调度代码；请原样复制报告里的重放命令。",
            f"{code[:80]!r} is no schedule code; copy the replay command from the report as it is.",
        ))
    deviations = []
    for step in found[4].split("_")[1:]:
        thread, operation, chosen = step.split(".")
        deviations.append((int(thread), int(operation), _number(chosen)))
    return ScheduleCode(int(found[2]), int(found[3]), tuple(deviations), found[1] or "")
