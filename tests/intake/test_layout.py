"""Where the scripts are: folders per task, wrapping folders, candidates, helper modules."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.intake.read import read_submission
from grader.model.problem import BadInput, Problem
from grader.model.submission import Script

TASKS = ["task01", "task02", "task04", "task05", "task06"]


def make(root: Path, *names: str) -> Path:
    """Make a submission with these files in it, and return it."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("print(1)\n")
    return root


def script_path(root: Path, task: str = "task05") -> str:
    """Return the script that intake chose."""
    found = read_submission(root, TASKS).scripts[task]
    assert isinstance(found, Script), found.message.en
    return found.path


@pytest.mark.parametrize(
    "name",
    [
        "task05.py", "task5.py", "05.py", "5.py", "t5.py", "第5题.py", "homework_05.py", "TASK05.PY",
        "task05/main.py", "5/Main.py", "第五题/solution.py", "task05/task05.py", "05_semaphore.py",
        "task05.py/main.py",
    ],
)  # fmt: skip
def test_every_known_name_is_found(tmp_path: Path, name: str) -> None:
    """The names of TASKS.md, in any case, also in a folder of their own."""
    assert script_path(make(tmp_path, name, "task01.py")) == name


@pytest.mark.parametrize(
    "names",
    [
        ("task05.py", "task5.py"),
        ("task05.py", "第5题.py"),
        ("task05.py", "task05/main.py"),
        ("task05.py", "5/solution.py"),
        ("task05/main.py", "task05/task05.py"),
        ("05_one.py", "05_two.py"),
        ("task05.py", "task05 (1).py"),
    ],
)
def test_two_candidates_are_both_named(tmp_path: Path, names: tuple[str, str]) -> None:
    """The student has to say which one counts."""
    found = read_submission(make(tmp_path, *names), TASKS).scripts["task05"]
    assert isinstance(found, Problem)
    assert found.kind == "ambiguous"
    assert all(name in found.message.zh and name in found.message.en for name in names)


@pytest.mark.parametrize(
    "helpers",
    [
        ("task05_worker.py",),
        ("utils.py", "lib/5.py"),
        ("task05/__init__.py", "task05/core.py"),
        ("task05/data.txt",),
        ("test_task05.py",),
    ],
)
def test_helper_modules_are_no_candidates_and_travel_along(
    tmp_path: Path, helpers: tuple[str, ...]
) -> None:
    """A plain name wins over everything that only resembles it."""
    root = make(tmp_path, "task05.py", *helpers)
    assert script_path(root) == "task05.py"
    assert set(read_submission(root, TASKS).files) == {"task05.py", *helpers}


@pytest.mark.parametrize("wrapper", ["alice", "alice/homework", "homework_05", "张三_5"])
def test_a_wrapping_folder_is_taken_off(tmp_path: Path, wrapper: str) -> None:
    """As most archives have one; a report beside it does not matter, a number in it neither."""
    root = make(
        tmp_path,
        f"{wrapper}/task05.py",
        f"{wrapper}/task01.py",
        f"{wrapper}/help.py",
        "report.docx",
    )
    submission = read_submission(root, TASKS)
    assert set(submission.files) == {"task05.py", "task01.py", "help.py"}
    assert script_path(root) == "task05.py"
    assert script_path(root, "task01") == "task01.py"


def test_a_wrapper_named_like_the_task_it_holds_changes_nothing(tmp_path: Path) -> None:
    """`homework_05/5/main.py` is task 5 in its own folder in a wrapping one."""
    assert script_path(make(tmp_path, "homework_05/5/main.py")) == "5/main.py"


def test_the_working_directory_is_the_scripts_own_folder(tmp_path: Path) -> None:
    """Each script runs where it lies."""
    found = read_submission(make(tmp_path, "task05/main.py", "task01.py"), TASKS).scripts
    five, one = found["task05"], found["task01"]
    assert isinstance(five, Script)
    assert isinstance(one, Script)
    assert (five.folder, one.folder) == ("task05", ".")


def test_litter_of_tools_stays_behind(tmp_path: Path) -> None:
    """Version control, caches, virtual environments, macOS's doubles, our own reports."""
    litter = (
        ".git/config", "__pycache__/task05.pyc", ".venv/lib/5.py", "node_modules/x/task05.py",
        "__MACOSX/._task05.py", "._task05.py", ".DS_Store", "reports/alice/result.json",
    )  # fmt: skip
    submission = read_submission(make(tmp_path, "task05.py", "lib/reports/a.txt", *litter), TASKS)
    assert set(submission.files) == {"task05.py", "lib/reports/a.txt"}


def test_links_and_devices_are_left_out_and_noted(tmp_path: Path) -> None:
    """Neither followed nor opened: a FIFO would block for ever."""
    make(tmp_path, "task05.py")
    (tmp_path / "outside.txt").symlink_to("/etc/passwd")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    submission = read_submission(tmp_path, TASKS)
    assert set(submission.files) == {"task05.py"}
    (note,) = submission.notes
    assert "loop, outside.txt, pipe" in note.en


def test_a_large_data_file_is_left_out_and_noted(tmp_path: Path) -> None:
    """It costs nothing but itself."""
    make(tmp_path, "task05.py")
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(9_000_000)
    submission = read_submission(tmp_path, TASKS)
    assert set(submission.files) == {"task05.py"}
    assert "film.mp4" in submission.notes[0].zh


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    """Somebody pointed at the wrong folder."""
    for number in range(5_001):
        (tmp_path / f"f{number}").touch()
    with pytest.raises(BadInput, match="more than 5000 files"):
        read_submission(tmp_path, TASKS)


def test_deep_folders_are_left_out(tmp_path: Path) -> None:
    """Sixteen levels are enough for homework."""
    submission = read_submission(make(tmp_path, "task05.py", "/".join("d" * 18) + "/x.py"), TASKS)
    assert set(submission.files) == {"task05.py"}
    assert "deep" in submission.notes[0].en


def test_a_folder_without_a_main_script_is_named(tmp_path: Path) -> None:
    """None, or several and no main.py."""
    found = read_submission(make(tmp_path, "task01/x.txt", "task05/a.py", "task05/b.py"), TASKS)
    one, five = found.scripts["task01"], found.scripts["task05"]
    assert isinstance(one, Problem)
    assert "task01 is a folder with no .py script" in one.message.en
    assert isinstance(five, Problem)
    assert "task05/a.py, task05/b.py" in five.message.en


def test_a_name_that_is_no_utf8_is_read_as_gbk(tmp_path: Path) -> None:
    """What unzip makes of a Chinese archive on Linux."""
    name = os.fsencode(tmp_path) + b"/" + "第5题.py".encode("gbk")
    with open(name, "w") as file:
        file.write("print(1)\n")
    assert script_path(tmp_path) == "第5题.py"
