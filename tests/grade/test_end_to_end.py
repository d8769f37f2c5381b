"""A submission from its folder to its record, in the local sandbox."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.slow


def grader(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "grader", *arguments], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )


def check(submission: Path, out: Path, *options: str) -> tuple[int, dict[str, Any]]:
    """`grader check`: exit code and record."""
    done = grader("check", str(submission), "--sandbox", "local", "-o", str(out), *options)
    assert done.returncode in (0, 1, 3), done.stderr
    return done.returncode, json.loads((out / "result.json").read_text("utf-8"))


def lasting(record: dict[str, Any]) -> str:
    """All of a record that must not differ from run to run."""
    return json.dumps({k: v for k, v in record.items() if k != "volatile"}, ensure_ascii=False)


def submission(tmp_path: Path, **scripts: str) -> Path:
    """A folder with corpus programs as tasks: task05="wrong/no_limit"."""
    folder = tmp_path / "sub"
    folder.mkdir()
    for task, name in scripts.items():
        source = ROOT / "tests" / "corpus" / task / f"{name}.py"
        (folder / f"{task}.py").write_bytes(source.read_bytes())
    return folder


def test_the_reference_scores_full_points(tmp_path: Path) -> None:
    """`grader check reference/` is the main job, and nothing is missing."""
    code, record = check(ROOT / "reference", tmp_path / "out", "--schedules", "80")
    assert code == 0
    assert record["verdict"] == "passed"
    assert record["points"] == record["max_points"] == 110
    assert (tmp_path / "out" / "index.html").read_text("utf-8").startswith("<!doctype html>")


def test_the_same_submission_gets_the_same_record(tmp_path: Path) -> None:
    """Everything outside `volatile` is byte-identical, also with another number of jobs."""
    folder = submission(
        tmp_path, task05="wrong/counter_without_lock", task01="wrong/locks_in_opposite_order"
    )
    options = ("--task", "1", "--task", "5", "--schedules", "60")
    records = [
        lasting(check(folder, tmp_path / str(run), *options, "--jobs", str(1 + run % 2))[1])
        for run in range(3)
    ]
    assert records[0] == records[1] == records[2]


def test_a_failing_schedule_is_replayed_as_it_was(tmp_path: Path) -> None:
    """The printed command runs as it stands, and shows the very same steps, each time."""
    folder = submission(tmp_path, task05="wrong/counter_without_lock")
    _, record = check(folder, tmp_path / "out", "--task", "5", "--schedules", "80")
    (failed,) = [c for c in record["tasks"][0]["checks"] if c["verdict"] == "failed"]
    command = failed["replay"].split()
    assert command[0] == "grader"
    shown = [grader(*command[1:], "--sandbox", "local", "--format", "json") for _ in range(3)]
    assert shown[0].returncode == 0, shown[0].stderr
    assert shown[0].stdout == shown[1].stdout == shown[2].stdout
    steps = [(c["thread"], c["line"], c["text"]) for c in json.loads(shown[0].stdout)["cells"]]
    told = [(c["thread"], c["line"], c["text"]) for c in failed["trace"]["cells"]]
    assert len(told) > 5
    assert [s for s in told if s not in steps] == []


def test_a_plus_check_costs_its_points_and_not_the_task(tmp_path: Path) -> None:
    """A program that lacks only a plus check passes without its points."""
    folder = submission(tmp_path, task04="right/children_spin_on_a_flag")
    _, record = check(folder, tmp_path / "out", "--task", "4", "--schedules", "30")
    task = record["tasks"][0]
    assert (task["verdict"], task["points"], task["max_points"]) == ("passed", 9, 10)


def test_what_is_not_modelled_is_no_failure(tmp_path: Path) -> None:
    """A program that starts another program could not be judged: exit code 3."""
    folder = tmp_path / "sub"
    folder.mkdir()
    (folder / "task01.py").write_text("import subprocess\nsubprocess.run(['true'])\n", "utf-8")
    code, record = check(folder, tmp_path / "out", "--task", "1")
    assert code == 3
    assert record["tasks"][0]["verdict"] == "could_not_judge"
