"""The code of a schedule, as the replay command carries it: `s1p20_0.5.3_2.7.t`.

`s` the seed of the program's own chance, `p` the patience with threads that only look, then each
deviation from the plain order: where thread 0 was about to do its 5th operation, thread 3 went
instead; where thread 2 was about to do its 7th, `t`ime passed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.model.base import text
from grader.model.problem import BadInput

_CODE = re.compile(r"s(\d{1,9})p(\d{1,6})((?:_\d{1,4}\.\d{1,7}\.(?:\d{1,4}|t))*)")


@dataclass(frozen=True)
class ScheduleCode:
    """One schedule, as data."""

    seed: int
    patience: int
    deviations: tuple[tuple[int, int, int], ...]

    def __str__(self) -> str:
        steps = "".join(f"_{a}.{n}.{'t' if c < 0 else c}" for a, n, c in self.deviations)
        return f"s{self.seed}p{self.patience}{steps}"


def parse_code(code: str) -> ScheduleCode:
    """Read a schedule's code. Raises BadInput."""
    found = _CODE.fullmatch(code.strip())
    if found is None:
        raise BadInput(text(
            f"“{code[:80]}”不是调度代码；请原样复制报告里的重放命令。",
            f"{code[:80]!r} is no schedule code; copy the replay command from the report as it is.",
        ))
    deviations = []
    for step in found[3].split("_")[1:]:
        thread, operation, chosen = step.split(".")
        deviations.append((int(thread), int(operation), -1 if chosen == "t" else int(chosen)))
    return ScheduleCode(int(found[1]), int(found[2]), tuple(deviations))
