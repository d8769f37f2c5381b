"""The sentences for what is wrong with one task's script. Each costs that task only."""

from __future__ import annotations

from collections.abc import Sequence

from grader.intake.entries import Entry
from grader.intake.limits import LIMITS, MB
from grader.model.base import text
from grader.model.problem import Problem
from grader.model.visible import visible


def missing(task: str, near_miss: str | None = None) -> Problem:
    """No candidate; perhaps a file that only needs another name."""
    if near_miss is None:
        return Problem(
            kind="missing",
            message=text(
                f"没有找到 {task} 的脚本：请把它命名为 {task}.py，放进提交的文件夹。",
                f"There is no script for {task}: name it {task}.py and put it into the folder.",
            ),
        )
    name = visible(near_miss)
    return Problem(
        kind="missing",
        file=near_miss,
        message=text(
            f"没有找到 {task} 的脚本，只有 {name}，它不是 .py 文件：请存为 {task}.py。",
            f"There is no script for {task}, only {name}, which is no .py file: "
            f"save it as {task}.py.",
        ),
    )


def ambiguous(task: str, candidates: Sequence[str]) -> Problem:
    """Two or more files could be meant."""
    names = [visible(one) for one in candidates]
    return Problem(
        kind="ambiguous",
        file=candidates[0],
        message=text(
            f"{task} 有 {len(names)} 个候选文件（{'、'.join(names)}）：请只留下一个。",
            f"{task} has {len(names)} candidates ({', '.join(names)}): keep only one of them.",
        ),
    )


def folder_without_main(task: str, folder: str, scripts: Sequence[str]) -> Problem:
    """A folder named like the task, with no script or with several in it."""
    name = visible(folder)
    if not scripts:
        message = text(
            f"{name} 是文件夹，里面没有 .py 脚本：请放入 main.py，或提交文件 {task}.py。",
            f"{name} is a folder with no .py script in it: put a main.py there, or hand in a "
            f"file {task}.py.",
        )
    else:
        there = ", ".join(visible(one) for one in scripts[:3])
        message = text(
            f"{name} 是文件夹，里面有多个脚本（{there}），不知道运行哪一个：请把它命名为 main.py。",
            f"{name} is a folder with several scripts ({there}): name the one to run main.py.",
        )
    return Problem(kind="not_a_file", file=folder, message=message)


def not_readable(entry: Entry) -> Problem:
    """A candidate that is no regular file of sensible size."""
    name, path = visible(entry.path), entry.path
    match entry.kind:
        case "link":
            return Problem(
                kind="link",
                file=path,
                message=text(
                    f"{name} 是链接，不会跟随：请提交文件本身。",
                    f"{name} is a link, and links are not followed: hand in the file itself.",
                ),
            )
        case "too_large":
            return too_large(path)
        case "unreadable":
            return Problem(
                kind="unreadable",
                file=path,
                message=text(
                    f"无法读取 {name}：请检查它的权限。",
                    f"{name} cannot be read: check its permissions.",
                ),
            )
        case _:
            return Problem(
                kind="not_a_file",
                file=path,
                message=text(
                    f"{name} 不是普通文件（而是管道、设备之类），没有打开它：请提交普通的 .py 文件。",
                    f"{name} is no regular file (a FIFO, a device ...) and was not opened: "
                    "hand in an ordinary .py file.",
                ),
            )


def too_large(path: str) -> Problem:
    """A script of more than a megabyte is no homework."""
    name, limit = visible(path), LIMITS.script_bytes // MB
    return Problem(
        kind="too_large",
        file=path,
        message=text(
            f"{name} 超过 {limit} MB，不像是作业脚本：请把数据移到别的文件。",
            f"{name} is larger than {limit} MB, too large for a script: move data to another file.",
        ),
    )


def null_bytes(path: str, line: int) -> Problem:
    """Python refuses a source file with a null byte in it."""
    name = visible(path)
    return Problem(
        kind="null_bytes",
        file=path,
        line=line,
        message=text(
            f"{name} 第 {line} 行含有空字节，不是文本文件：请在编辑器里另存为 UTF-8 文本。",
            f"{name} has a null byte in line {line}, so it is no text: save it as UTF-8 text.",
        ),
    )


def utf16(path: str) -> Problem:
    """Saved as "Unicode" by a Windows editor."""
    name = visible(path)
    return Problem(
        kind="encoding",
        file=path,
        message=text(
            f"{name} 存成了 UTF-16，Python 读不了：请另存为 UTF-8。",
            f"{name} is saved as UTF-16, which Python cannot read: save it as UTF-8.",
        ),
    )


def undecodable(path: str, encoding: str, line: int, is_gbk: bool) -> Problem:
    """The bytes do not fit the encoding that the file says, or UTF-8 where it says none."""
    name, said = visible(path), visible(encoding, 40)
    if is_gbk:
        message = text(
            f"{name} 第 {line} 行不是 {said} 编码，看起来是 GBK：请另存为 UTF-8，"
            "或在第一行写上 # coding: gbk。",
            f"{name}, line {line}: this is not {said}, it looks like GBK: save it as UTF-8, or "
            "make '# coding: gbk' its first line.",
        )
    else:
        message = text(
            f"{name} 第 {line} 行不是 {said} 编码：请另存为 UTF-8。",
            f"{name}, line {line}: this is not {said}: save the file as UTF-8.",
        )
    return Problem(kind="encoding", file=path, line=line, message=message)


def unknown_encoding(path: str, encoding: str) -> Problem:
    """The coding line names an encoding that no source file should have."""
    name, said = visible(path), visible(encoding, 40)
    return Problem(
        kind="encoding",
        file=path,
        line=1,
        message=text(
            f"{name} 声明的编码 {said} 无法使用：请改为 # coding: utf-8，并存为 UTF-8。",
            f"{name} says its encoding is {said}, which cannot be used: say '# coding: utf-8' "
            "and save it as UTF-8.",
        ),
    )


def syntax(path: str, line: int, source: str, reason: str, python: str) -> Problem:
    """Python cannot compile it."""
    name, why, shown = visible(path), visible(reason), visible(source.strip(), 120)
    return Problem(
        kind="syntax",
        file=path,
        line=line,
        source=source,
        python=python,
        message=text(
            f"{name} 第 {line} 行有语法错误，Python {python} 无法运行：{shown}（{why}）。请改正这一行。",
            f"{name}, line {line}: Python {python} cannot read `{shown}` ({why}): "
            "correct that line.",
        ),
    )
