"""tasks, doctor, schema, replay and image: each prints what the layer below returned."""

from __future__ import annotations

import json
import sys
import types
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.model.base import Text, text
from grader.model.problem import BadInput
from grader.model.result import Cell, Trace, TraceThread, Waiting
from grader.model.settings import ReplayRequest
from tests.cli.conftest import RunGrader, StandIn


def test_tasks_lists_them(grader: RunGrader) -> None:
    """By number, with points and budget."""
    assert "task05  T 5" in grader("tasks", "--lang", "en").out
    records = json.loads(grader("tasks", "--format", "json").out)
    assert [record["number"] for record in records] == [1, 2, 4, 5, 6]


def test_a_broken_task_file_is_bad_input(grader: RunGrader, assignments: Path) -> None:
    """File and key are named."""
    (assignments / "task05" / "task.toml").write_text('id = "task05"\npoints = -1\n')
    ended = grader("tasks")
    assert ended.code == 2
    assert "task05" in ended.err
    assert "'title'" in ended.err


def test_assignments_can_be_named(grader: RunGrader, tmp_path: Path) -> None:
    """A folder that is not there is said to be so."""
    assert "There is no folder" in grader("tasks", "--assignments", tmp_path / "no").err
    assert "holds no tasks" in grader("tasks", "--assignments", tmp_path).err


def test_schema_is_a_json_schema_of_the_result(grader: RunGrader) -> None:
    """The fixed names are in it."""
    schema = json.loads(grader("schema").out)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert {"version", "submission", "tasks", "volatile"} <= schema["properties"].keys()


@dataclass(frozen=True)
class Fact:
    """As `grader.sandbox.facts` has it."""

    topic: Text
    status: str
    sentence: Text
    remedy: Text | None


def test_doctor_shows_facts_and_remedies(
    grader: RunGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One row per fact, in the user's language."""
    facts = types.ModuleType("grader.sandbox.facts")
    found = [
        Fact(text("解释器", "Python"), "ok", text("可以", "3.11 is fine"), None),
        Fact(text("容器", "Docker"), "missing", text("没有", "no daemon"), text("装", "install")),
    ]
    monkeypatch.setattr(facts, "collect_facts", lambda: found, raising=False)
    monkeypatch.setitem(sys.modules, "grader.sandbox.facts", facts)
    ended = grader("doctor")
    assert ended.code == 0
    assert all(word in ended.out for word in ("3.11 is fine", "✗ missing", "install"))
    assert "解释器" in grader("doctor", "--lang", "zh").out


def _cell(step: int, thread: int, kind: str, what: str, resource: str = "") -> Cell:
    return Cell.model_validate(
        {
            "step": step,
            "time_ns": 1_500_000_000,
            "thread": thread,
            "kind": kind,
            "text": text(what, what),
            "source": f"{what}()",
            "file": "task05.py",
            "line": step,
            "resource": resource,
            "switch": step == 2,
        }
    )


DEADLOCK = Trace(
    threads=(TraceThread(name="Thread-1"), TraceThread(name="Thread-2\x1b[2J")),
    cells=(
        _cell(1, 0, "wait", "asks", "lock b"),
        _cell(2, 1, "acquire", "takes", "lock a"),
        _cell(3, -1, "clock", "jumps"),
    ),
    waiting=(
        Waiting(thread=0, waits_for="lock b", held_by=1, file="task05.py", line=1, source="b()"),
        Waiting(thread=1, waits_for="lock a", held_by=0),
    ),
    cycle=(0, 1),
)


@pytest.mark.parametrize("form", ["table", "text"])
def test_replay_shows_steps_and_who_waits(
    grader: RunGrader, engine: StandIn, submission: Path, form: str
) -> None:
    """Thread, line, action, what the others were waiting for, and the deadlock in the end."""
    asked: list[ReplayRequest] = []

    def replay(request: ReplayRequest) -> Trace:
        asked.append(request)
        return DEADLOCK

    engine.replay = replay  # type: ignore[attr-defined]
    ended = grader("replay", submission, "--task", "5", "--schedule", "abc", "--format", form)
    assert ended.code == 0
    assert (asked[0].task.id, asked[0].schedule) == ("task05", "abc")
    for expected in ("⇄ 2", "1.500 s", "Thread-1: lock b", "task05.py:2", "clock"):
        assert expected in ended.out
    assert "Thread-1 waits for lock b, held by Thread-2" in ended.out
    assert "\x1b" not in ended.out


def test_replay_refuses_a_code_that_is_none(
    grader: RunGrader, engine: StandIn, submission: Path
) -> None:
    """The engine's BadInput is the user's sentence."""

    def replay(request: ReplayRequest) -> Trace:
        raise BadInput(text("不是调度码", f"{request.schedule} is no schedule"))

    engine.replay = replay  # type: ignore[attr-defined]
    ended = grader("replay", submission, "--task", "5", "--schedule", "zzz")
    assert (ended.code, ended.err.strip()) == (2, "zzz is no schedule")


@dataclass(frozen=True)
class Image:
    """As `grader.sandbox.image` has it."""

    name: str


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """Records which way of building was asked for."""
    asked: list[tuple[object, ...]] = []
    images = types.ModuleType("grader.sandbox.image")
    channel = types.ModuleType("grader.sandbox.channel")

    class SandboxError(Exception):
        pass

    def build_from_dockerfile(python: str) -> Image:
        if python == "9.9":
            raise SandboxError("step 1\nno registry\x1b[2J")
        asked.append(("dockerfile", python))
        return Image("grader:1")

    def build_from_host(executable: str) -> Image:
        asked.append(("host", executable))
        return Image("grader:2")

    def build_from_debian(suite: str, pythons: tuple[str, ...]) -> list[Image]:
        asked.append(("debian", suite, *pythons))
        return [Image("grader:3")]

    for function in (build_from_dockerfile, build_from_host, build_from_debian):
        monkeypatch.setattr(images, function.__name__, function, raising=False)
    monkeypatch.setattr(images, "THIS_PYTHON", "3.11", raising=False)
    monkeypatch.setattr(channel, "SandboxError", SandboxError, raising=False)
    monkeypatch.setitem(sys.modules, "grader.sandbox.image", images)
    monkeypatch.setitem(sys.modules, "grader.sandbox.channel", channel)
    monkeypatch.setattr("grader.sandbox.image", images, raising=False)
    return asked


def test_image_build_has_three_ways(grader: RunGrader, built: list[tuple[object, ...]]) -> None:
    """The Dockerfile unless told otherwise; a release is asked for all it has unless told which."""
    assert "grader:1" in grader("image", "build").out
    assert grader("image", "build", "--from-host").code == 0
    assert grader("image", "build", "--from-debian", "--python", "3.14").code == 0
    assert grader("image", "build", "--from-debian", "trixie").code == 0
    assert grader("image", "build", "--python", "3.12", "--python", "3.13").code == 0
    assert built == [
        ("dockerfile", "3.11"),
        ("host", sys.executable),
        ("debian", "forky", "3.14"),
        ("debian", "trixie"),
        ("dockerfile", "3.12"),
        ("dockerfile", "3.13"),
    ]
    assert grader("image", "build", "--from-debian", "--from-host").code == 2


def test_a_failed_image_build_shows_why(grader: RunGrader, built: list[tuple[object, ...]]) -> None:
    """Exit code 3, the end of the builder's output, harmless."""
    ended = grader("image", "build", "--python", "9.9")
    assert ended.code == 3
    assert "  no registry\\x1b[2J" in ended.err.splitlines()
