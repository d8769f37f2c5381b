"""Tasks from an assignments folder, and one sentence for every way to break a task.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

import grader
from grader.catalog.load import load_tasks, select_tasks
from grader.catalog.location import find_assignments
from grader.catalog.task_file import TaskFile, _parse
from grader.model.problem import BadInput

GOOD = 'id = "task05"\npoints = 10\n[title]\nzh = "五"\nen = "Five"\n'
SHIPPED = Path(grader.__file__).parents[1] / "assignments"


def write_task(folder: Path, content: str | bytes = GOOD) -> Path:
    """Write task05 into an assignments folder and return the folder."""
    task = folder / "task05"
    task.mkdir(parents=True)
    (task / "test_task05.py").touch()
    (task / "task.toml").write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_a_task_file_becomes_a_task(tmp_path: Path) -> None:
    """With defaults for what it does not say."""
    (task,) = load_tasks(write_task(tmp_path))
    assert (task.id, task.number, task.points, task.schedules) == ("task05", 5, 10, 500)
    assert task.suite == tmp_path / "task05" / "test_task05.py"
    assert task.spec("zh").name == "spec.zh.md"
    assert not task.timed


@pytest.mark.parametrize(
    ("content", "key", "reason"),
    [
        (GOOD.replace("points = 10\n", ""), "points", "is missing"),
        (GOOD.replace("10", "-1"), "points", "-1 will not do"),
        (GOOD.replace("10", '"ten"'), "points", "'ten' will not do"),
        (GOOD.replace("10", "nan"), "points", "nan will not do"),
        (GOOD.replace("points", "ponits"), "points", "is missing"),
        (GOOD.replace('en = "Five"\n', ""), "title.en", "is missing"),
        (GOOD + "[budget]\nschedules = 0\n", "budget.schedules", "0 will not do"),
        (GOOD + "[budget]\nschedule = 5\n", "budget.schedule", "no such key"),
        (GOOD + "[limits]\nsteps = 1.5\n", "limits.steps", "1.5 will not do"),
        (GOOD.replace("task05", "task5"), "id", "'task5' will not do"),
        (GOOD.replace("task05", "task06"), "id", "must be the folder's name"),
        (GOOD + '[files]\nsuite = "no.py"\n', "files.suite", "there is no no.py"),
        ('title = "x"\n' + GOOD.split("[")[0], "title", "'x' will not do"),
    ],
)
def test_a_broken_task_file_names_file_and_key(
    tmp_path: Path, content: str, key: str, reason: str
) -> None:
    """In both languages."""
    with pytest.raises(BadInput) as caught:
        load_tasks(write_task(tmp_path, content))
    message = caught.value.message
    assert f"key '{key}'" in message.en
    assert reason in message.en
    assert f"“{key}”" in message.zh
    assert "task.toml" in message.zh
    assert "task.toml" in message.en


@pytest.mark.parametrize(
    ("content", "reason"), [("id = [", "is not TOML"), ("id = '五'".encode("gbk"), "not UTF-8")]
)
def test_what_is_no_toml_is_named(tmp_path: Path, content: str | bytes, reason: str) -> None:
    """The place in the file is in the sentence."""
    with pytest.raises(BadInput, match=reason):
        load_tasks(write_task(tmp_path, content))


def test_selection_keeps_the_tasks_order(tmp_path: Path) -> None:
    """Each task once, however often it is named."""
    tasks = load_tasks(write_task(tmp_path))
    assert select_tasks(tasks, []) == tasks
    assert select_tasks(tasks, ["5", "task05", "05"]) == tasks
    for wrong in ("6", "task", "", "5.0", "-5", "٥", "005x"):
        with pytest.raises(BadInput, match="There is no task"):
            select_tasks(tasks, [wrong])


def test_the_folder_is_searched_upwards_then_beside_the_package(tmp_path: Path) -> None:
    """Named, then above, then the package's own."""
    course = write_task(tmp_path / "course" / "assignments")
    below = tmp_path / "course" / "a" / "b"
    below.mkdir(parents=True)
    assert find_assignments(None, below) == course
    assert find_assignments(course, Path("/")) == course
    assert find_assignments(None, tmp_path) == SHIPPED
    with pytest.raises(BadInput, match="There is no folder"):
        find_assignments(tmp_path / "no", below)


def test_a_folder_inside_the_submission_never_counts(tmp_path: Path) -> None:
    """Suites are code on the host; a student's own must not be found by walking up."""
    write_task(tmp_path / "alice" / "assignments")
    start = tmp_path / "alice"
    assert find_assignments(None, start, submission=start) == SHIPPED
    assert find_assignments(None, start) == start / "assignments"


def test_our_own_folder_counts_even_for_a_submission_that_holds_it() -> None:
    """`grader check .` in a source checkout uses the checkout's tasks."""
    assert find_assignments(None, SHIPPED.parent, submission=SHIPPED.parent) == SHIPPED


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6])
def test_the_shipped_task_files_are_right(number: int) -> None:
    """Ten points, 500 schedules (100 for coroutines, which have fewer orders), a title in both
    languages; 4, 5 and 6 are about time."""
    said: TaskFile = _parse(SHIPPED / f"task0{number}" / "task.toml")
    schedules = 100 if number == 3 else 500
    assert (said.id, said.points, said.budget.schedules) == (f"task0{number}", 10, schedules)
    assert said.title.zh != said.title.en
    assert said.timed == (number in (4, 5, 6))
