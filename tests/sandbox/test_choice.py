"""Which sandbox and which Python a run gets, and what is said where one cannot be had."""

from __future__ import annotations

import sys
from pathlib import Path

import docker
import pytest

from grader.model.problem import BadInput
from grader.model.task import Scenario
from grader.sandbox.choice import THIS_PYTHON, choose_sandbox
from grader.sandbox.limits import MIB, Limits
from grader.sandbox.session import Session

LIMITS = Limits(memory_bytes=256 * MIB, pids=64)


def test_the_graders_own_python_needs_no_looking_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Named or not, it is the interpreter that runs the grader."""
    monkeypatch.setenv("PATH", "/nowhere")
    for python in (None, THIS_PYTHON):
        sandbox, _ = choose_sandbox("local", 1, python)
        with Session(sandbox.open(LIMITS, None), 60) as session:
            ready = session.load({"a.py": b"print(1)"}, "a.py", Scenario(), {}, {})
            assert ready.python == sys.version.split()[0]  # type: ignore[union-attr]


def test_another_python_is_found_on_the_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By its name with both numbers; where it is missing, the user is told."""
    program = tmp_path / "python3.77"
    program.write_text(f"#!/bin/sh\nexec {sys.executable} \"$@\"\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    sandbox, _ = choose_sandbox("local", 1, "3.77")
    with Session(sandbox.open(LIMITS, None), 60) as session:
        assert session.load({"a.py": b"print(1)"}, "a.py", Scenario(), {}, {}).kind == "ready"
    with pytest.raises(BadInput, match=r"There is no Python 3\.78 on this machine"):
        choose_sandbox("local", 1, "3.78")


@pytest.mark.docker
def test_a_python_without_an_image_is_named(api: docker.APIClient) -> None:
    """Docker was asked for by name, so nothing else takes its place."""
    with pytest.raises(BadInput, match=r"no sandbox image for Python 3\.78 \(grader image build\)"):
        choose_sandbox("docker", 1, "3.78")
