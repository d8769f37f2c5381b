"""Run one program in a sandbox, and turn what comes out into evidence."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from grader.catalog.task_file import CLIENTS_FILE
from grader.evidence.collection import Evidence, Seen
from grader.evidence.raw import Done, EvidenceError, RawSchedule, Ready, Same
from grader.evidence.reading import read_schedule
from grader.evidence.schedule import Schedule
from grader.model.task import Scenario, Task
from grader.sandbox.session import Session


def scenario_of(task: Task) -> Scenario:
    """What is to be watched, from the task's `scenario.toml` if it has one, and what clients do,
    from its `clients.py`."""
    file, clients = task.folder / "scenario.toml", task.folder / CLIENTS_FILE
    found = Scenario(**tomllib.loads(file.read_text("utf-8"))) if file.is_file() else Scenario()
    if clients.is_file():
        found = found.model_copy(update={"clients": clients.read_text("utf-8")})
    return found


def sources_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """The Python files as text, for quoting lines; by their own coding line."""
    import io
    import tokenize

    found = {}
    for path, data in files.items():
        if not path.endswith(".py"):
            continue
        try:
            encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
            found[path] = data.decode(encoding, "replace")
        except (SyntaxError, LookupError):
            found[path] = data.decode("utf-8", "replace")
    return found


def observe(
    session: Session, ready: Ready, task: Task, script: str, files: Mapping[str, bytes],
    budget: int, seed: int, on_schedule: Callable[[int], None],
) -> Evidence:
    """Explore a loaded program. Raises SandboxError and EvidenceError."""
    found: dict[int, Schedule] = {}
    times: dict[int, int] = {}
    done: Done | None = None
    for frame in session.explore(budget, seed, task.limits.steps):
        if isinstance(frame, RawSchedule):
            found[frame.number] = _believed(frame)
            times[frame.number] = 1
            on_schedule(frame.number)
        elif isinstance(frame, Same):
            times[frame.as_number] += 1
            on_schedule(frame.number)
        else:
            done = frame
    assert done is not None
    return Evidence(
        python=ready.python, script=script, sources=sources_of(files),
        seen=tuple(Seen(found[n], times[n]) for n in sorted(found)), schedules=done.schedules,
        behaviours=done.behaviours, none_new_in_last=done.none_new_in_last, complete=done.complete,
    )


def _believed(frame: RawSchedule) -> Schedule:
    """A schedule whose rows make no sense counts as one whose connection was lost."""
    try:
        return read_schedule(frame)
    except EvidenceError:
        return read_schedule(frame.model_copy(update={
            "stop": "lost", "log": [], "spins": [], "polls": [], "waiting": [], "deviations": [],
        }))


def suite_path(task: Task) -> Path:
    """Where a task's checks are."""
    return task.suite
