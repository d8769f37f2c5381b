"""The frames of a supervisor as validated, frozen data. Nothing is believed before it passed here.

The supervisor is ours but has read what the student's process wrote, so every field is checked
for type and size; rows of the log are checked where they are read (`schedule`).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from grader.runtime.wire import OpName

Ending = Literal[
    "exit", "deadlock", "livelock", "steps", "output", "served", "crowded", "unmodelled", "died",
    "blocked",
    "no_answer", "lost",
]
"""How a schedule ended; "served": all clients of the scenario have, "crowded": there were more
threads or processes than any server needs. The last five prove nothing about the program by themselves."""

INEXACT: frozenset[str] = frozenset({"unmodelled", "blocked", "no_answer", "lost"})


class EvidenceError(Exception):
    """What a sandbox sent is not evidence."""


class _Frame(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Spin(_Frame):
    """A thread that went round a loop a thousand times and only looked."""

    thread: int
    where: int
    time: int
    event: int
    looked_at: list[int]
    clock: bool


class Poll(_Frame):
    """A thread that looked more often than every 0.1 s."""

    thread: int
    where: int
    time: int
    wait_ns: int


class Blocked(_Frame):
    """A thread that could not go on when the schedule ended."""

    thread: int
    op: OpName
    resource: int
    where: int
    held_by: list[int]
    deadline: int | None


class RawSchedule(_Frame):
    """One schedule as the supervisor tells it."""

    kind: Literal["schedule"]
    number: int
    strategy: str = Field(max_length=40)
    scenario: str = Field(default="", max_length=40)
    respected: bool
    seed: int
    patience: int
    deviations: list[tuple[int, int, int]]
    stop: Ending
    detail: str = Field(max_length=4000)
    status: int
    wait_status: int | None
    log: list[list[Any]]
    spins: list[Spin]
    polls: list[Poll]
    waiting: list[Blocked]
    clock: int
    steps: int
    raw: str = Field(max_length=8000)
    contradictions: list[str]


class Same(_Frame):
    """This schedule was told before, under another number."""

    kind: Literal["same"]
    number: int
    as_number: int = Field(alias="as")
    strategy: str


class Done(_Frame):
    """The end of an exploration."""

    kind: Literal["done"]
    schedules: int
    behaviours: int
    none_new_in_last: int
    complete: bool
    steps: int


class Ready(_Frame):
    """The program is compiled and can be run."""

    kind: Literal["ready"]
    python: str = Field(max_length=40)
    kernel: bool


class SyntaxProblem(_Frame):
    """The script does not compile under the Python that grades."""

    kind: Literal["syntax"]
    message: str = Field(max_length=400)
    line: int
    text: str = Field(max_length=400)


class Refused(_Frame):
    """The sandbox is not what was asked for, or the interpreter did not start."""

    kind: Literal["no_start", "refused", "error"]
    message: str = Field(max_length=4000)


Frame = Annotated[
    RawSchedule | Same | Done | Ready | SyntaxProblem | Refused, Field(discriminator="kind")
]
_ADAPTER: TypeAdapter[Frame] = TypeAdapter(Frame)


def parse_frame(body: bytes) -> Frame:
    """One frame of a supervisor. Raises EvidenceError."""
    try:
        return _ADAPTER.validate_json(body)
    except ValidationError as problem:
        raise EvidenceError(str(problem)[:500]) from problem
