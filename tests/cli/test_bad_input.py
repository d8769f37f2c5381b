"""Part G at the command line: every bad input is one sentence in both languages and an exit code."""

from __future__ import annotations

import io
import os
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import RunGrader
from tests.cli.refused_submissions import REFUSED, Maker


@pytest.mark.parametrize(("make", "zh", "en"), REFUSED, ids=[one[0].__name__ for one in REFUSED])
def test_a_submission_that_cannot_be_read_is_refused_in_one_sentence(
    grader: RunGrader, tmp_path: Path, make: Maker, zh: str, en: str
) -> None:
    """Exit code 2, the sentence in the language asked for, no traceback, no report."""
    path = make(tmp_path)
    for language, expected in (("zh", zh), ("en", en)):
        ended = grader("check", path, "--lang", language)
        assert ended.code == 2
        assert expected in ended.err
        assert len(ended.err.splitlines()) == 1
        assert ended.out == ""
    assert not Path("reports").exists()


def two_candidates(folder: Path) -> None:
    (folder / "5.py").write_text("print(1)\n")


def syntax_error(folder: Path) -> None:
    (folder / "task05.py").write_text("x = 1\nfor i in range(3)\n    pass\n")


def gbk_without_coding_line(folder: Path) -> None:
    (folder / "task05.py").write_bytes("x = 1\nprint('你好')\n".encode("gbk"))


def utf16(folder: Path) -> None:
    (folder / "task05.py").write_text("print('你好')\n", encoding="utf-16")


def directory(folder: Path) -> None:
    (folder / "task05.py").unlink()
    (folder / "task05.py").mkdir()


def fifo(folder: Path) -> None:
    (folder / "task05.py").unlink()
    os.mkfifo(folder / "task05.py")


def symlink(folder: Path) -> None:
    (folder / "task05.py").unlink()
    (folder / "task05.py").symlink_to("/etc/passwd")


def oversized(folder: Path) -> None:
    (folder / "task05.py").write_bytes(b"#" * 1_000_001)


def far_oversized(folder: Path) -> None:
    (folder / "task05.py").write_bytes(b"#" * 9_000_000)


def null_bytes(folder: Path) -> None:
    (folder / "task05.py").write_bytes(b"x = 1\ny = 2\0\n")


def missing(folder: Path) -> None:
    (folder / "task05.py").unlink()


def saved_as_text(folder: Path) -> None:
    (folder / "task05.py").rename(folder / "task05.py.txt")


COSTS_ONE_TASK: list[tuple[Callable[[Path], None], str, str]] = [
    (two_candidates, "2 个候选文件（5.py、task05.py）", "2 candidates (5.py, task05.py)"),
    (syntax_error, "task05.py 第 2 行有语法错误", "task05.py, line 2: Python"),
    (gbk_without_coding_line, "第 2 行不是 UTF-8 编码，看起来是 GBK", "line 2: this is not UTF-8"),
    (utf16, "UTF-16", "UTF-16"),
    (directory, "task05.py 是文件夹", "task05.py is a folder"),
    (fifo, "task05.py 不是普通文件", "task05.py is no regular file"),
    (symlink, "task05.py 是链接", "task05.py is a link"),
    (oversized, "task05.py 超过 1 MB", "task05.py is larger than 1 MB"),
    (far_oversized, "task05.py 超过 1 MB", "task05.py is larger than 1 MB"),
    (null_bytes, "第 2 行含有空字节", "null byte in line 2"),
    (missing, "没有找到 task05 的脚本", "no script for task05"),
    (saved_as_text, "只有 task05.py.txt", "only task05.py.txt"),
]


@pytest.mark.parametrize(
    ("spoil", "zh", "en"), COSTS_ONE_TASK, ids=[one[0].__name__ for one in COSTS_ONE_TASK]
)
def test_a_bad_script_costs_its_own_task_only(
    grader: RunGrader,
    submission: Path,
    spoil: Callable[[Path], None],
    zh: str,
    en: str,
) -> None:
    """Exit code 1, four tasks keep their points, the sentence stands in the table."""
    spoil(submission)
    for language, expected in (("zh", zh), ("en", en)):
        ended = grader("check", submission, "--lang", language)
        assert ended.code == 1
        assert "40 / 50" in ended.out
        assert expected.replace(" ", "") in "".join(ended.out.split())


def test_a_gbk_script_with_its_coding_line_passes(grader: RunGrader, submission: Path) -> None:
    """`# coding: gbk` means to the grader what it means to Python."""
    (submission / "task05.py").write_bytes("# coding: gbk\nprint('你好')\n".encode("gbk"))
    assert grader("check", submission).code == 0


def test_a_script_without_permissions_is_named(grader: RunGrader, submission: Path) -> None:
    """A file that cannot be opened costs its own task (root may open everything)."""
    (submission / "task05.py").chmod(0)
    ended = grader("check", submission)
    may_read_anyway = os.geteuid() == 0
    assert ended.code == (0 if may_read_anyway else 1)
    assert may_read_anyway or "cannot be read" in ended.out


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_link_in_an_archive_costs_its_own_task(
    grader: RunGrader, tmp_path: Path, kind: str
) -> None:
    """A link is never followed, and the other scripts of the archive are still graded."""
    path = tmp_path / f"bob.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            link = zipfile.ZipInfo("task05.py")
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, "/etc/passwd")
            archive.writestr("task01.py", "print(1)\n")
    else:
        with tarfile.open(path, "w") as tar:
            entry = tarfile.TarInfo("task05.py")
            entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
            tar.addfile(entry)
            good = tarfile.TarInfo("task01.py")
            good.size = 9
            tar.addfile(good, io.BytesIO(b"print(1)\n"))
    ended = grader("check", path, "--task", "1", "--task", "5")
    assert ended.code == 1
    assert "10 / 20" in ended.out
    assert "task05.py is a link" in ended.out


def test_an_unknown_task_is_refused(grader: RunGrader, submission: Path) -> None:
    """`--task 7` names the tasks there are."""
    ended = grader("check", submission, "--task", "7")
    assert (ended.code, ended.out) == (2, "")
    assert "There is no task '7'. Tasks: 1, 2, 4, 5, 6." in ended.err


def test_an_escape_sequence_in_a_file_name_does_not_reach_the_terminal(
    grader: RunGrader, submission: Path
) -> None:
    """What a student calls a file is shown, not executed."""
    (submission / "task05\x1b[2J(1).py").write_text("print(1)\n")
    (submission / "task05_\x1b[2J.py").write_text("print(1)\n")
    (submission / "task05.py").unlink()
    (submission / "task05_\u202e.py").write_text("print(1)\n")
    ended = grader("check", submission)
    assert ended.code == 1
    assert "\x1b" not in ended.out + ended.err
    assert "\u202e" not in ended.out + ended.err
