"""`grader check`: what it hands to the engine, what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from grader.model.base import text
from grader.model.problem import BadInput
from tests.cli.conftest import RunGrader, StandIn


def test_a_complete_submission_ends_with_a_table_and_a_report(
    grader: RunGrader, submission: Path
) -> None:
    """Exit code 0, all points, reports/<submission>/ with both files."""
    ended = grader("check", submission, "--lang", "en")
    assert ended.code == 0
    assert "50 / 50" in ended.out
    assert "✓ passed" in ended.out
    assert {file.name for file in Path("reports/alice").iterdir()} == {"index.html", "result.json"}
    assert os.path.join("reports", "alice", "index.html") in ended.err


def test_json_on_standard_output_is_the_file(grader: RunGrader, submission: Path) -> None:
    """`--format json` prints the bytes of result.json and nothing else."""
    ended = grader("check", submission, "--format", "json", "-o", "out")
    assert ended.out == Path("out/result.json").read_text(encoding="utf-8")
    assert json.loads(ended.out)["submission"] == "alice"


@pytest.mark.parametrize("spelling", ["5", "05", "task05", "task5", "TASK5", " 5 "])
def test_every_spelling_of_a_task_means_the_same(
    grader: RunGrader, engine: StandIn, submission: Path, spelling: str
) -> None:
    """`--task` takes what people type."""
    assert grader("check", submission, "--task", spelling, "--task", "1").code == 0
    assert engine.tasks == ("task01", "task05")


def test_options_become_settings(grader: RunGrader, engine: StandIn, submission: Path) -> None:
    """The engine gets what the user chose, and the defaults otherwise."""
    grader("check", submission)
    assert engine.settings is not None
    assert (engine.settings.sandbox, engine.settings.schedules) == ("auto", None)
    assert engine.settings.python is None
    grader(
        "check", submission, "--sandbox", "local", "--schedules", 7, "--seed", 3, "--jobs", 2,
        "--lang", "zh", "--python", "3.14",
    )  # fmt: skip
    chosen = engine.settings
    assert chosen.python == "3.14"
    assert (chosen.sandbox, chosen.schedules, chosen.seed, chosen.jobs) == ("local", 7, 3, 2)
    assert chosen.language == "zh"


@pytest.mark.parametrize("version", ["3", "3.14.1", "python3.14", "3.x", "../3.14", ""])
def test_a_python_is_named_by_two_numbers(
    grader: RunGrader, submission: Path, version: str
) -> None:
    """Anything else is refused before anything is run."""
    ended = grader("check", submission, "--python", version)
    assert ended.code == 2
    assert "3.14" in ended.err


def test_progress_is_one_line_per_task_without_a_terminal(
    grader: RunGrader, submission: Path
) -> None:
    """A log file gets no bar."""
    ended = grader("check", submission)
    assert [line for line in ended.err.splitlines() if line.startswith("task05")] == [
        "task05: observing schedules ..."
    ]


def test_could_not_judge_is_not_a_failure(
    grader: RunGrader, engine: StandIn, submission: Path
) -> None:
    """Exit code 3 although another task failed: the grader's fault outweighs."""
    engine.verdict_of_scripts = "could_not_judge"
    (submission / "task05.py").unlink()
    ended = grader("check", submission)
    assert ended.code == 3
    assert "could not judge" in ended.out


@pytest.mark.parametrize(
    ("raised", "code", "sentence"),
    [
        (BadInput(text("坏", "Bad.")), 2, "Bad."),
        (KeyboardInterrupt(), 130, "Interrupted."),
        (RuntimeError("boom\x1b[2J"), 3, "The grader itself failed"),
        (EOFError("cut"), 3, "The grader itself failed"),
    ],
    ids=["bad_input", "interrupt", "unexpected", "eof"],
)
def test_each_early_end_has_its_code_and_sentence(
    grader: RunGrader,
    engine: StandIn,
    submission: Path,
    raised: BaseException,
    code: int,
    sentence: str,
) -> None:
    """One sentence, no traceback, unless --debug asks for it."""
    engine.raises = raised
    ended = grader("check", submission)
    assert ended.code == code
    assert sentence in ended.err
    assert "Traceback" not in ended.err
    assert "\x1b" not in ended.err
    assert "Traceback" in grader("--debug", "check", submission).err


def test_a_report_folder_that_cannot_be_made_is_bad_input(
    grader: RunGrader, engine: StandIn, submission: Path
) -> None:
    """It is said before anything is graded."""
    Path("taken").write_text("")
    ended = grader("check", submission, "-o", "taken")
    assert ended.code == 2
    assert "cannot be written to taken" in ended.err
    assert engine.settings is None


def test_the_browser_is_opened_on_request(
    grader: RunGrader, submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--open` opens the written page."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    grader("check", submission, "--open")
    assert len(opened) == 1
    assert opened[0].startswith("file://")
    assert opened[0].endswith("reports/alice/index.html")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, "标题"),
        ({"LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "标题"),
        ({"LANG": "zh_CN"}, "标题"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN"}, "Title"),
        ({"LANG": "C"}, "Title"),
    ],
)
def test_the_language_is_the_locales(
    grader: RunGrader,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    expected: str,
) -> None:
    """LC_ALL, then LC_MESSAGES, then LANG."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert expected in grader("tasks").out


def test_a_suite_inside_the_submission_is_never_used(
    grader: RunGrader, submission: Path, assignments: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`cd submission; grader check .` must not run the student's own grading code."""
    planted = submission / "assignments" / "task05"
    planted.mkdir(parents=True)
    (planted / "task.toml").write_text("broken")
    monkeypatch.chdir(submission)
    ended = grader("check", ".", "-o", "../out")
    assert "broken" not in ended.err
    assert str(planted) not in ended.err


def test_usage_errors_end_with_two(grader: RunGrader) -> None:
    """click's own complaints share the exit code of bad input."""
    assert grader("check").code == 2
    assert grader("check", "x", "--sandbox", "moon").code == 2
    assert grader("--help").code == 0
    assert grader("--version").code == 0
