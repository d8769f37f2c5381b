"""Hostile texts, and ways to put them into every field that a student can reach."""

from __future__ import annotations

from typing import Any

from grader.model.base import Text
from grader.model.result import (
    Cell,
    Finding,
    Lane,
    Moment,
    Passage,
    Picture,
    SubmissionResult,
    Trace,
    TraceThread,
    Waiting,
)
from tests.report.makers import check, submission, task
from tests.report.traces import SECOND

ATTACKS = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</style></script></title><script>alert(1)</script>",
    "{{ 7*7 }} {% raw %} &lt;b&gt; &#x3c;b>",
    "admin\u202egnp.exe \u2066iso\u2069 \u200bzero\ufeff",
    "\x1b[31mred\x1b[0m \x1b[2J\x1b]8;;http://evil.example\x07link\x1b[38;5;1m",
    "NUL\x00 BEL\x07 CR\r LF\n TAB\t DEL\x7f C1\x9b LS\u2028",
    "javascript:alert(1) `code <b>` ```",
    "Z" + "\u0301" * 500 + "algo",
    "\ud800 lone",
    "x" * 100_000,
)


def hostile() -> SubmissionResult:
    """Every field that a student can reach holds an attack."""
    both = tuple(Text(zh=attack, en=attack) for attack in ATTACKS)
    cells = tuple(
        Cell(step=n + 1, time_ns=n * SECOND, thread=n % 3, kind="print", text=both[n],
             source=attack, file=attack, line=n + 1, resource=attack, value_before=attack,
             value_after=attack[::-1], switch=n % 2 == 0, violation=n == 5)
        for n, attack in enumerate(ATTACKS)
    )  # fmt: skip
    trace = Trace(
        threads=tuple(TraceThread(name=ATTACKS[n], function=ATTACKS[n]) for n in (0, 1, 10)),
        cells=cells,
        waiting=tuple(Waiting(thread=n, waits_for=ATTACKS[n + 3], held_by=(n + 1) % 3,
                              source=ATTACKS[n], line=3, file=ATTACKS[n]) for n in range(3)),
        cycle=(0, 1, 2),
        timed=True,
        deadline_ns=5 * SECOND,
        picture=Picture(
            lanes=tuple(Lane(name=ATTACKS[n], kind="thread", process=ATTACKS[n]) for n in range(6)),
            moments=tuple(Moment(lane=n % 6, kind="gives", text=one, time_ns=n)
                          for n, one in enumerate(both)),
            passages=tuple(Passage(item=attack, given=n, taken=(n + 3) % len(ATTACKS))
                           for n, attack in enumerate(ATTACKS)),
        ),
    )  # fmt: skip
    checks = tuple(
        check(f"c{n}", one, "failed", message=one, requirement=one, hint=one, replay=attack,
              trace=trace if n == 0 else None)
        for n, (one, attack) in enumerate(zip(both, ATTACKS, strict=True))
    )  # fmt: skip
    return submission(
        task(1, both[0], checks, file=ATTACKS[1], python=ATTACKS[2], message=both[3], trace=trace),
        task(3, both[2], (), verdict="failed", message=both[10], file=ATTACKS[10]),
        name=ATTACKS[0] + ATTACKS[4] + "\ud800",
        findings=tuple(Finding(kind="problem", task="task01", message=one) for one in both),
    )


def poison(value: Any, attack: str) -> Any:
    """Return a dump of a result with `attack` in the place of every free text."""
    if isinstance(value, dict):
        closed = {"kind", "verdict", "over", "sandbox", "id", "task"}
        return {
            key: item if key in closed or (key == "name" and "verdict" in value)
            else poison(item, attack)
            for key, item in value.items()
        }  # fmt: skip
    if isinstance(value, list | tuple):
        return [poison(item, attack) for item in value]
    return attack if isinstance(value, str) else value
