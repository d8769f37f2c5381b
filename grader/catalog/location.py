"""Where the assignments are: the folder the user names, or the first that is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import grader
from grader.catalog.task_file import TASK_FILE
from grader.model.base import text
from grader.model.problem import BadInput
from grader.model.visible import visible

FOLDER_NAME = "assignments"


def find_assignments(named: Path | None, start: Path, submission: Path | None = None) -> Path:
    """Return the assignments folder.

    The one that the user names; else `assignments/` in `start` or above it; else the one beside the
    package (a source checkout); else the one inside it (an installed package). Grading suites are
    code that runs on the host, so a folder found by walking up never counts when it lies inside
    the submission: otherwise `cd submission; grader check .` would run the student's suite.
    """
    if named is not None:
        return _named(named)
    for folder in _places_above(start):
        if _holds_tasks(folder) and not _lies_in(folder, submission):
            return folder
    for folder in _places_of_package():
        if _holds_tasks(folder):
            return folder
    raise BadInput(
        text(
            "找不到题目文件夹 assignments/。请用 --assignments 目录 指定。",
            "There is no assignments/ folder here: name it with --assignments DIR.",
        )
    )


def _named(folder: Path) -> Path:
    if not folder.is_dir():
        raise BadInput(
            text(
                f"题目文件夹 {visible(str(folder))} 不存在。请检查 --assignments 的路径。",
                f"There is no folder {visible(str(folder))}: check the path after --assignments.",
            )
        )
    return folder.resolve()


def _places_above(start: Path) -> Iterator[Path]:
    here = start.resolve()
    for folder in (here, *here.parents):
        yield folder / FOLDER_NAME


def _places_of_package() -> Iterator[Path]:
    package = Path(grader.__file__).resolve().parent
    yield package.parent / FOLDER_NAME
    yield package / FOLDER_NAME


def _holds_tasks(folder: Path) -> bool:
    return folder.is_dir() and any(folder.glob(f"*/{TASK_FILE}"))


def _lies_in(folder: Path, submission: Path | None) -> bool:
    return submission is not None and folder.resolve().is_relative_to(submission.resolve())
