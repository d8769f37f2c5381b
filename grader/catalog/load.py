"""From an assignments folder to an ordered tuple of tasks, and the ones a user asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from grader.catalog.task_file import TASK_FILE, read_task
from grader.model.base import text
from grader.model.problem import BadInput
from grader.model.task import Task
from grader.model.visible import visible

_SPELLING = re.compile(r"(?:task[\s_-]?)?0*([1-9][0-9]?)", re.IGNORECASE | re.ASCII)


def load_tasks(folder: Path) -> tuple[Task, ...]:
    """Read every `<folder>/<task>/task.toml`, by number."""
    found = tuple(read_task(file.parent) for file in sorted(folder.glob(f"*/{TASK_FILE}")))
    if not found:
        raise BadInput(
            text(
                f"{visible(str(folder))} 里没有任何题目（需要 <题目>/{TASK_FILE}）。"
                "请用 --assignments 指定题目文件夹。",
                f"{visible(str(folder))} holds no tasks (<task>/{TASK_FILE} is needed): "
                "name the right folder with --assignments.",
            )
        )
    return tuple(sorted(found, key=lambda task: task.number))


def select_tasks(tasks: Sequence[Task], wanted: Sequence[str]) -> tuple[Task, ...]:
    """Return the wanted tasks in their own order; all of them when none is named."""
    if not wanted:
        return tuple(tasks)
    numbers = {_wanted_number(tasks, one) for one in wanted}
    return tuple(task for task in tasks if task.number in numbers)


def _wanted_number(tasks: Sequence[Task], wanted: str) -> int:
    match = _SPELLING.fullmatch(wanted.strip())
    number = int(match[1]) if match else 0
    if number not in {task.number for task in tasks}:
        there = ", ".join(str(task.number) for task in tasks)
        raise BadInput(
            text(
                f"没有题目“{visible(wanted)}”。可选的题号：{there}。",
                f"There is no task '{visible(wanted)}'. Tasks: {there}.",
            )
        )
    return number
