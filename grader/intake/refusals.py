"""The sentences with which intake refuses a whole submission."""

from __future__ import annotations

from pathlib import Path

from grader.intake.limits import LIMITS, MB
from grader.model.base import text
from grader.model.problem import BadInput
from grader.model.visible import visible


def path_not_there(path: Path) -> BadInput:
    """Nothing is at this path."""
    name = visible(str(path))
    return BadInput(
        text(f"路径 {name} 不存在，请检查拼写。", f"There is nothing at {name}: check the path.")
    )


def unreadable(path: Path, reason: str) -> BadInput:
    """The system refuses to open it."""
    name = visible(str(path))
    return BadInput(
        text(
            f"无法读取 {name}（{visible(reason)}），请检查权限。",
            f"Cannot read {name} ({visible(reason)}): check its permissions.",
        )
    )


def single_script(path: Path) -> BadInput:
    """One .py file where a folder is expected."""
    name, folder = visible(path.name), visible(str(path.parent))
    return BadInput(
        text(
            f"{name} 是单个文件，而提交应当是一个文件夹：请改用 grader check {folder}，"
            "只想检查其中一题时加上 --task。",
            f"{name} is a single file, a submission is a folder: say grader check {folder}, "
            "with --task for one task of it.",
        )
    )


def unknown_kind(path: Path) -> BadInput:
    """Neither a folder nor an archive that we read."""
    name = visible(str(path))
    return BadInput(
        text(
            f"{name} 既不是文件夹，也不是可读的压缩包：请用 .zip 或 .tar.gz 重新打包。",
            f"{name} is neither a folder nor an archive that can be read: pack it as .zip or "
            ".tar.gz.",
        )
    )


def broken_archive(path: Path, reason: str) -> BadInput:
    """The archive cannot be read to its end."""
    name, why = visible(path.name), visible(reason)
    return BadInput(
        text(
            f"压缩包 {name} 已损坏或不完整（{why}），请重新打包后再提交。",
            f"The archive {name} is damaged or cut short ({why}): pack it again.",
        )
    )


def encrypted_archive(path: Path) -> BadInput:
    """The archive asks for a password."""
    name = visible(path.name)
    return BadInput(
        text(
            f"压缩包 {name} 有密码，请去掉密码后重新打包。",
            f"The archive {name} needs a password: pack it without one.",
        )
    )


def too_many_entries(path: Path) -> BadInput:
    """More files and folders than homework has."""
    name = visible(str(path))
    return BadInput(
        text(
            f"{name} 里的文件超过 {LIMITS.entries} 个：请指向作业文件夹本身，或去掉无关文件。",
            f"{name} holds more than {LIMITS.entries} files: point at the homework's own folder, "
            "or leave out what does not belong to it.",
        )
    )


def too_much(path: Path) -> BadInput:
    """More bytes than homework has; also what a bomb gets, which is stopped a little later."""
    name = visible(str(path))
    return BadInput(
        text(
            f"{name} 的内容（解开后）超过 {LIMITS.total_bytes // MB} MB：请去掉数据和虚拟环境，"
            "只留下作业文件。",
            f"{name} holds (unpacked) more than {LIMITS.total_bytes // MB} MB: leave out data and "
            "virtual environments, keep the homework's files.",
        )
    )


def archive_too_large(path: Path) -> BadInput:
    """The archive itself is larger than we open."""
    name = visible(str(path))
    limit = LIMITS.archive_bytes // MB
    return BadInput(
        text(
            f"压缩包 {name} 超过 {limit} MB：请只打包作业文件。",
            f"The archive {name} is larger than {limit} MB: pack only the homework's files.",
        )
    )


def empty(path: Path) -> BadInput:
    """No file at all."""
    name = visible(str(path))
    return BadInput(
        text(
            f"{name} 是空的：请把 task01.py 这样的脚本放进去再检查。",
            f"{name} is empty: put the scripts (task01.py, ...) into it.",
        )
    )


def no_task_file(path: Path, seen: list[str], stems: list[str]) -> BadInput:
    """Files, but none for any task."""
    name, there = visible(str(path)), ", ".join(visible(one, 40) for one in seen[:3])
    wanted = ", ".join(f"{stem}.py" for stem in stems[:3])
    return BadInput(
        text(
            f"{name} 里没有任何题目的脚本（只看到 {there} 等）：请按 {wanted} … 这样命名。",
            f"{name} holds no task's script (it has {there}): name them {wanted} ...",
        )
    )


def several_submissions(path: Path, folders: list[str]) -> BadInput:
    """Task files in two folders side by side: more than one student's."""
    name, both = visible(str(path)), ", ".join(visible(one, 60) for one in folders[:3])
    return BadInput(
        text(
            f"{name} 里有多个含题目脚本的文件夹（{both}）：一次只检查一份提交，请指向其中一个。",
            f"{name} holds several folders with task scripts ({both}): check one submission at a "
            "time, point at one of them.",
        )
    )
