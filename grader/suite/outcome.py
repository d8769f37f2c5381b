"""One check over all schedules of a job: the verdict, how often it was broken, and where first."""

from __future__ import annotations

from dataclasses import dataclass

from grader.evidence.collection import Evidence
from grader.evidence.schedule import Schedule
from grader.model.base import Text, Verdict, text
from grader.suite.doubt import doubt_of
from grader.suite.vocabulary import CannotJudge, Check, Violation

NOT_ENDED = text(
    "程序没有一次正常运行到结尾，所以无法检查这一项（请先看程序是否能正常结束）。",
    "The program never ran to its end, so this could not be looked at (see first whether it ends).",
)
NO_CHILDREN = text(
    "没有子线程，所以无法检查这一项。", "There is no child thread that this could be looked at in."
)


@dataclass(frozen=True)
class Outcome:
    """What one check came to."""

    check: Check
    verdict: Verdict
    message: Text | None
    looked_at: int
    broken_in: int
    schedule: Schedule | None = None
    violation: Violation | None = None


def judge(check: Check, evidence: Evidence) -> Outcome:
    """Ask `check` about every schedule that it looks at."""
    looked_at = broken_in = childless = 0
    held = False
    first: tuple[Schedule, Violation] | None = None
    unsure: Text | None = None
    for seen in (s for s in evidence.seen if check.looks_at(s.schedule)):
        if check.of_children and not seen.schedule.children:
            childless += 1
            continue
        looked_at += seen.times
        try:
            check.judge(seen.schedule)
            held = True
        except Violation as broken:
            if check.over == "some" and not seen.schedule.ran_to_end:
                looked_at -= seen.times  # it might have held, had the program gone on
                continue
            broken_in += seen.times
            if first is None or _is_simpler(seen.schedule, first[0]):
                first = (seen.schedule, broken)
        except CannotJudge as problem:
            unsure = unsure or problem.message
    doubtful = next((s.schedule for s in evidence.seen
                     if not s.schedule.is_exact and check.concerns(s.schedule)), None)
    inexact = doubtful is not None
    if check.over == "everything":
        inexact = False
    if check.over == "some":
        if held:
            return Outcome(check, "passed", None, looked_at, broken_in)
    elif first is None and held and not unsure and not inexact:
        return Outcome(check, "passed", None, looked_at, 0)
    if first is not None and (check.over != "some" or not (inexact or unsure)):
        schedule, violation = first
        return Outcome(
            check, "failed", violation.message, looked_at, broken_in, schedule, violation
        )
    if unsure or inexact:
        message = unsure or (doubt_of(doubtful) if doubtful else None)
        return Outcome(check, "could_not_judge", message, looked_at, broken_in)
    return Outcome(check, "skipped", NO_CHILDREN if childless else NOT_ENDED, looked_at, 0)


def skipped(check: Check, because: Check) -> Outcome:
    """`check` was not asked, since another one failed."""
    message = text(
        f"没有检查：先要通过“{because.title.zh}”。",
        f"Not looked at: “{because.title.en}” has to pass first.",
    )
    return Outcome(check, "skipped", message, 0, 0)


def _is_simpler(one: Schedule, other: Schedule) -> bool:
    return len(one.raw.deviations) < len(other.raw.deviations)
