"""The format of `task.toml`, and one clear sentence for each way to get it wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from grader.model.base import Noun, Text, text
from grader.model.problem import BadInput
from grader.model.task import Limits, Task
from grader.model.visible import visible
from grader.runtime.world.clients import load

TASK_FILE = "task.toml"
CLIENTS_FILE = "clients.py"


class Budget(Noun):
    """`[budget]`: how many schedules to look at, where coverage does not end it earlier."""

    schedules: int = Field(default=500, ge=1, le=1_000_000)


class Files(Noun):
    """`[files]`: names inside the task's folder; "" means the usual name."""

    suite: str = ""
    spec_zh: str = "spec.zh.md"
    spec_en: str = "spec.en.md"
    starter: str = "starter.py"


class TaskFile(Noun):
    """All that may stand in a `task.toml`."""

    id: str = Field(pattern=r"^task\d\d$")
    title: Text
    points: float = Field(gt=0, le=1000)
    timed: bool = False
    budget: Budget = Budget()
    limits: Limits = Limits()
    files: Files = Files()


def read_task(folder: Path) -> Task:
    """Read one task's folder, or raise BadInput naming the file and the key."""
    file = folder / TASK_FILE
    said = _parse(file)
    if said.id != folder.name or said.id == "task00":
        raise _broken(
            file,
            "id",
            f"应当等于文件夹名“{folder.name}”",
            f"must be the folder's name, {folder.name}",
        )
    suite = folder / (said.files.suite or f"test_{said.id}.py")
    if not suite.is_file():
        raise _broken(
            file, "files.suite", f"没有 {suite.name} 这个文件", f"there is no {suite.name}"
        )
    _check_clients(folder / CLIENTS_FILE)
    return Task(
        id=said.id,
        number=int(said.id.removeprefix("task")),
        title=said.title,
        points=said.points,
        schedules=said.budget.schedules,
        timed=said.timed,
        limits=said.limits,
        folder=folder,
        suite=suite,
        spec_zh=folder / said.files.spec_zh,
        spec_en=folder / said.files.spec_en,
        starter=folder / said.files.starter,
    )


def _check_clients(file: Path) -> None:
    """What clients of a server do, where the task has some: it must be usable before it travels."""
    if not file.is_file():
        return
    try:
        load(file.read_text(encoding="utf-8"), str(file))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        said = visible(str(error))
        raise BadInput(text(f"客户端脚本不能用：{said}。", f"The clients' scripts will not do: {said}.")
                       ) from error


def _parse(file: Path) -> TaskFile:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput(
            text(
                f"无法读取 {visible(str(file))}：{error.strerror}。请检查文件权限。",
                f"Cannot read {visible(str(file))}: {error.strerror}. Check its permissions.",
            )
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            text(
                f"{visible(str(file))} 不是 UTF-8 编码，请另存为 UTF-8。",
                f"{visible(str(file))} is not UTF-8: save it as UTF-8.",
            )
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise BadInput(
            text(
                f"{visible(str(file))} 不是正确的 TOML：{visible(str(error))}。请改正这一处。",
                f"{visible(str(file))} is not TOML: {visible(str(error))}. Correct it there.",
            )
        ) from error
    try:
        return TaskFile.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise _broken(file, key, *_reasons(first["type"], first["msg"], content, key)) from error


def _reasons(kind: str, message: str, content: dict[str, Any], key: str) -> tuple[str, str]:
    """Put pydantic's complaint into words for someone who edits a TOML file."""
    if kind == "missing":
        return "缺少这个键", "this key is missing"
    if kind == "extra_forbidden":
        return "没有这个键，请检查拼写", "there is no such key; check its spelling"
    found: Any = content
    for part in key.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    shown = visible(repr(found), 60)
    return f"值 {shown} 不合要求（{message}）", f"{shown} will not do ({message})"


def _broken(file: Path, key: str, zh: str, en: str) -> BadInput:
    name = visible(str(file))
    return BadInput(
        text(f"{name} 中的“{visible(key)}”有误：{zh}。", f"{name}, key '{visible(key)}': {en}.")
    )
