"""What a check of a submission came to: the shape of `result.json` (a published, versioned format).

Everything that can differ from run to run of the same submission is in `volatile`; the rest is
byte-identical. `grader schema` prints the JSON schema made from these classes.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from grader.model.base import Noun, Text, Verdict

RESULT_VERSION = 1


class Certainty(Noun):
    """How much a verdict covers: all orders, all orders with few switches, or a sample."""

    kind: Literal["all_orders", "bounded_switches", "sampled"]
    schedules: int = Field(description="schedules this statement rests on")
    switches: int | None = Field(None, description="the bound k of bounded_switches")
    behaviours: int = Field(0, description="different behaviours among them")
    none_new_in_last: int = Field(0, description="length of the last stretch with no new behaviour")
    text: Text


class Looked(Noun):
    """Which schedules a check looked at, and in how many the rule was broken."""

    over: Literal["all", "respected", "some"]
    looked_at: int
    broken_in: int


class Cell(Noun):
    """One thing a thread did, as one row of the thread-column table."""

    step: int = Field(description="1, 2, 3 ... within this trace")
    time_ns: int = Field(description="virtual time since the start of the program, nanoseconds")
    thread: int = Field(description="index into Trace.threads; -1 is the clock")
    kind: Literal[
        "start", "begin", "end", "acquire", "release", "wait", "wake", "sleep", "print",
        "read", "write", "join", "clock", "raise", "call", "exit", "other",
    ]
    text: Text = Field(description="verb phrase, e.g. 'takes lock', 'prints Thread-1'")
    source: str = Field("", description="the source line, stripped; hostile text")
    file: str = ""
    line: int = 0
    resource: str = Field("", description="name of the lock, event, variable ... in the student's words")
    value_before: str | None = None
    value_after: str | None = None
    switch: bool = Field(False, description="this row follows a switch that matters (a preemption)")
    violation: bool = Field(False, description="the check was broken at this row")


class Waiting(Noun):
    """One thread that cannot go on: an edge of the wait-for graph."""

    thread: int
    waits_for: str = Field(description="what it waits for, in the student's words")
    held_by: int | None = Field(None, description="the thread that could let it go on, if one is known")
    file: str = ""
    line: int = 0
    source: str = ""


class TraceThread(Noun):
    """One lane."""

    name: str
    function: str = ""
    bystander: bool = Field(False, description="folded: it plays no part in what went wrong")


class Lane(Noun):
    """One party that hands things over or gets them: a process, a thread in it, a coroutine."""

    name: str
    kind: Literal["process", "thread", "coroutine", "generator", "async generator", "plain"]
    process: str = Field("", description="of a thread that is not its process's first: that process")


class Moment(Noun):
    """Something that one of them did, in the order in which it happened."""

    lane: int = Field(description="index into Picture.lanes")
    kind: Literal["starts", "gives", "takes", "waits", "goes_on", "raises", "ends"]
    text: Text = Field(description="verb phrase, e.g. 'puts 3'")
    time_ns: int
    violation: bool = Field(False, description="the check was broken here")


class Passage(Noun):
    """One item on its way. Both ends are indices into Picture.moments."""

    item: str = Field(description="as text; hostile")
    given: int | None = Field(None, description="None where that moment is left out")
    taken: int | None = Field(None, description="None where it is left out, or nobody ever took it")
    lost: bool = Field(False, description="nobody ever took it")


class Picture(Noun):
    """Who handed what to whom: between processes, or between coroutines."""

    lanes: tuple[Lane, ...]
    moments: tuple[Moment, ...]
    passages: tuple[Passage, ...]
    cut: int = Field(0, description="moments left out")


class Stay(Noun):
    """A stretch of a client's time: it tries to connect, waits for an answer, or is just there."""

    kind: Literal["connecting", "waiting", "there"]
    start_ns: int
    end_ns: int


class Visitor(Noun):
    """One client of a server."""

    name: str
    stays: tuple[Stay, ...]
    answered: tuple[int, ...] = Field((), description="when something came back (ns)")
    given_up: tuple[int, ...] = Field(
        (), description="when its patience ran out, or it was refused or cut off (ns)"
    )


class Visits(Noun):
    """The clients of a server in virtual time, and how many threads and processes served them."""

    visitors: tuple[Visitor, ...]
    workers: tuple[tuple[int, int], ...] = Field(
        description="(ns, how many threads and child processes there are from then on)"
    )
    end_ns: int
    cut: int = Field(0, description="clients left out")


class Trace(Noun):
    """One schedule told for a reader: lanes, rows, and what waited for what when it stopped."""

    threads: tuple[TraceThread, ...]
    cells: tuple[Cell, ...]
    waiting: tuple[Waiting, ...] = ()
    cycle: tuple[int, ...] = Field((), description="indices into waiting that form a cycle")
    timed: bool = Field(False, description="virtual time matters: draw the time line")
    deadline_ns: int | None = Field(None, description="the deadline to draw on the time line")
    cut: int = Field(0, description="rows left out in the middle")
    picture: Picture | None = Field(None, description="where things go between processes or coroutines")
    visits: Visits | None = Field(None, description="of a server: what its clients lived through")


class CheckResult(Noun):
    """The outcome of one check."""

    id: str
    title: Text
    required: bool
    verdict: Verdict
    points: float
    max_points: float
    message: Text | None = Field(None, description="what happened, in one sentence")
    requirement: Text | None = Field(None, description="what is required, in one sentence")
    hint: Text | None = None
    schedules: Looked
    certainty: Certainty
    replay: str | None = Field(None, description="a complete command that replays the failing schedule")
    trace: Trace | None = None


class Step(Noun):
    """One step of a job (observe, judge, shrink ...) and how it ended."""

    name: Literal["intake", "sandbox", "observe", "judge", "shrink"]
    verdict: Verdict
    message: Text | None = None


class Finding(Noun):
    """Something a human should see: a contradiction of the evidence, a warning, a note."""

    kind: Literal["problem", "contradiction", "warning", "note"]
    task: str | None = None
    message: Text


class TaskResult(Noun):
    """What one task of one submission came to."""

    id: str
    title: Text
    verdict: Verdict
    points: float
    max_points: float
    message: Text | None = Field(None, description="the first thing that went wrong, one sentence")
    sandbox: Literal["docker", "local", "none"]
    python: str
    file: str = Field("", description="the student's script, relative to the submission; hostile text")
    schedules: int
    behaviours: int = 0
    certainty: Certainty | None = None
    steps: tuple[Step, ...] = ()
    checks: tuple[CheckResult, ...] = ()
    trace: Trace | None = Field(None, description="the plain schedule, for a right program too")


class TaskTiming(Noun):
    """Figures of one task that differ from run to run."""

    task: str
    wall_seconds: float
    schedules_per_second: float


class Volatile(Noun):
    """All that may differ between two runs over the same submission."""

    started: str
    wall_seconds: float
    host: str
    grader: str
    tasks: tuple[TaskTiming, ...] = ()


class SubmissionResult(Noun):
    """The whole record: `result.json`."""

    version: Literal[1] = 1
    submission: str
    points: float
    max_points: float
    verdict: Verdict
    tasks: tuple[TaskResult, ...]
    findings: tuple[Finding, ...] = ()
    volatile: Volatile
