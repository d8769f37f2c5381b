"""Make a failing schedule as plain as it can be: the fewest deviations that still fail.

Delta debugging (Zeller and Hildebrandt, TSE 2002) over the list of deviations from the plain
order. Each try is a real run in the sandbox, judged by the same check; the number of tries is
bounded, so the smallest found in that many is what the report shows.
"""

from __future__ import annotations

from collections.abc import Callable

from grader.evidence.reading import read_schedule
from grader.evidence.schedule import Schedule
from grader.sandbox.session import Session
from grader.suite import CannotJudge, Check, Violation

MOST_TRIES = 60
Deviations = list[tuple[int, int, int]]


def shrink(
    session: Session, check: Check, schedule: Schedule, violation: Violation, steps: int,
    on_try: Callable[[int], None],
) -> tuple[Schedule, Violation]:
    """Return the plainest failing schedule found, and how it breaks `check`."""
    best, broken = schedule, violation
    tries = 0

    def fails(deviations: Deviations) -> bool:
        nonlocal best, broken, tries
        tries += 1
        on_try(tries)
        again = read_schedule(
            session.replay(schedule.raw.seed, schedule.raw.patience, deviations, steps,
                           schedule.raw.scenario)
        )
        if not check.looks_at(again):
            return False
        try:
            check.judge(again)
        except Violation as found:
            if len(again.raw.deviations) <= len(best.raw.deviations):
                best, broken = again, found
            return True
        except CannotJudge:
            return False
        return False

    current = list(schedule.raw.deviations)
    if current and fails([]):
        return best, broken
    size = max(1, len(current) // 2)
    while current and tries < MOST_TRIES:
        removed = False
        start = 0
        while start < len(current) and tries < MOST_TRIES:
            kept = current[:start] + current[start + size :]
            if len(kept) < len(current) and fails(kept):
                current = list(best.raw.deviations) if len(best.raw.deviations) <= len(kept) else kept
                removed = True
            else:
                start += size
        if size == 1 and not removed:
            break
        size = max(1, size // 2)
    return best, broken
