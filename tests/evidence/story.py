"""A schedule told by hand, row by row, as a supervisor would tell it."""

from __future__ import annotations

from typing import Any

from grader.evidence.collection import Evidence, Seen
from grader.evidence.facts import SECOND
from grader.evidence.raw import RawSchedule
from grader.evidence.reading import read_schedule
from grader.evidence.schedule import Schedule


class Story:
    """Builds the log of one schedule."""

    def __init__(self) -> None:
        self.log: list[list[Any]] = [[0, 0, "BEGIN", 0, 0, 1, 0, 0]]
        self.clock = 0
        self.places: dict[tuple[int, str], int] = {}
        self.threads = 0
        self.resources = 0
        self.stop = "exit"
        self.waiting: list[dict[str, Any]] = []
        self.spins: list[dict[str, Any]] = []
        self.deviations: list[tuple[int, int, int]] = []
        self.respected = True
        self.status = 0

    def where(self, thread: int, line: int, function: str = "work", library: str = "") -> int:
        """A position in the student's file."""
        key = (line, function + library)
        if key not in self.places:
            self.places[key] = len(self.places) + 1
            self.note(
                thread, "where", self.places[key], [["task.py", line, function]], "", library
            )
        return self.places[key]

    def note(self, thread: int, *note: Any) -> None:
        """Something that a thread tells about itself."""
        self.log.append([self.clock, thread, "note", list(note)])

    def does(
        self, thread: int, op: str, resource: int = 0, argument: int = 0, result: int = 1,
        line: int = 1, function: str = "work", asked: int | None = None, library: str = "",
    ) -> None:
        """One operation."""
        where = self.where(thread, line, function, library)
        at = len(self.log) if asked is None else asked
        self.log.append([self.clock, thread, op, resource, argument, result, where, at])

    def starts(self, name: str | None = None, *, enters: bool = True, daemon: bool = False) -> int:
        """The main thread starts a thread, which enters the student's function."""
        self.threads += 1
        index = self.threads
        name = name or f"Thread-{index} (work)"
        self.does(0, "START", result=index, line=9, function="<module>")
        self.note(0, "thread", index, name, daemon, "Thread", "work", False)
        self.does(index, "BEGIN", line=9, function="<module>")
        if enters:
            self.note(index, "enters", index, "work", "task.py", 1)
        return index

    def makes(self, kind: str, first: int = 0, line: int = 3) -> int:
        """The main thread makes a resource."""
        self.resources += 1
        where = self.where(0, line, "<module>")
        self.note(0, "resource", self.resources, kind, first, None, where)
        return self.resources

    def prints(self, thread: int, text: str, line: int = 5, name: str | None = None) -> None:
        """One line on standard output."""
        name = name or ("MainThread" if thread == 0 else f"Thread-{thread} (work)")
        self.log.append([self.clock, thread, "payload", [text + "\n", name]])
        self.does(thread, "OUTPUT", argument=1, line=line)

    def sleeps(self, thread: int, seconds: float, line: int = 6) -> None:
        """A sleep, from asking to waking."""
        self.where(thread, line)
        asked = len(self.log)
        self.clock += int(seconds * SECOND)
        self.does(thread, "SLEEP", line=line, asked=asked)

    def ends(self, thread: int) -> None:
        """A thread's end."""
        self.log.append([self.clock, thread, "END", 0, 0, 1, 0, len(self.log)])

    def main_ends(self) -> None:
        """The main thread's own code is through."""
        self.log.append([self.clock, 0, "END", 0, 1, 1, 0, len(self.log)])

    def exits(self, status: int = 0) -> None:
        """The process ends."""
        self.status = status
        self.log.append([self.clock, 0, "EXIT", 0, status, 1, 0, len(self.log)])

    def raw(self, number: int = 1) -> RawSchedule:
        """The frame as it would arrive."""
        return RawSchedule.model_validate({
            "kind": "schedule", "number": number, "strategy": "pos", "respected": self.respected,
            "seed": 1, "patience": 20, "deviations": self.deviations, "stop": self.stop,
            "detail": "", "status": self.status, "wait_status": 0, "log": self.log,
            "spins": self.spins, "polls": [], "waiting": self.waiting, "clock": self.clock,
            "steps": len(self.log), "raw": "", "contradictions": [],
        })

    def schedule(self, number: int = 1) -> Schedule:
        """The schedule as suites see it."""
        return read_schedule(self.raw(number))


def evidence_of(*schedules: Schedule, source: str = "") -> Evidence:
    """A job's evidence from some schedules."""
    return Evidence(
        python="3.11.7", script="task.py", sources={"task.py": source},
        seen=tuple(Seen(s, 1) for s in schedules), schedules=len(schedules),
        behaviours=len(schedules), none_new_in_last=0, complete=False,
    )
