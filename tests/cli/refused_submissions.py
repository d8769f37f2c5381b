"""Paths that are no submission, and the words in which each is refused: zh and en."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

Maker = Callable[[Path], Path]


def _folder(tmp: Path, **files: str) -> Path:
    folder = tmp / "bob"
    folder.mkdir()
    for name, content in files.items():
        (folder / f"{name}.py").write_text(content, encoding="utf-8")
    return folder


def not_there(tmp: Path) -> Path:
    return tmp / "nobody"


def empty_folder(tmp: Path) -> Path:
    return _folder(tmp)


def no_task_file(tmp: Path) -> Path:
    return _folder(tmp, notes="x = 1\n", hello="print(1)\n")


def single_script(tmp: Path) -> Path:
    return _folder(tmp, task05="print(1)\n") / "task05.py"


def fifo_as_submission(tmp: Path) -> Path:
    os.mkfifo(tmp / "pipe")
    return tmp / "pipe"


def rar(tmp: Path) -> Path:
    (tmp / "bob.rar").write_bytes(b"Rar!\x1a\x07\x01\x00" + b"x" * 400)
    return tmp / "bob.rar"


def rar_called_zip(tmp: Path) -> Path:
    (tmp / "bob.zip").write_bytes(b"Rar!\x1a\x07\x01\x00" + b"x" * 400)
    return tmp / "bob.zip"


def truncated_zip(tmp: Path) -> Path:
    whole = _zip(tmp, ("task05.py", b"print(1)\n" * 100))
    whole.write_bytes(whole.read_bytes()[:-30])
    return whole


def _zip(tmp: Path, *members: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(tmp / "bob.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return tmp / "bob.zip"


def zip_slip(tmp: Path) -> Path:
    return _zip(tmp, ("task05.py", b"print(1)\n"), ("../../evil.py", b"boo"))


def zip_slip_with_backslashes(tmp: Path) -> Path:
    return _zip(tmp, ("task05.py", b"print(1)\n"), ("a\\..\\..\\evil.py", b"boo"))


def zip_absolute(tmp: Path) -> Path:
    return _zip(tmp, ("/etc/task05.py", b"print(1)\n"))


def zip_with_drive(tmp: Path) -> Path:
    return _zip(tmp, ("C:/task05.py", b"print(1)\n"))


def zip_bomb(tmp: Path) -> Path:
    return _zip(tmp, *((f"zeros{number}.bin", bytes(7_900_000)) for number in range(5)))


def zip_bomb_that_says_so(tmp: Path) -> Path:
    with zipfile.ZipFile(tmp / "bob.zip", "w") as archive:
        for number in range(9):
            archive.writestr(f"zeros{number}.bin", b"0")
            archive.filelist[-1].file_size = 30_000_000  # goes into the central directory
    return tmp / "bob.zip"


def _tar(tmp: Path, *members: tuple[str, bytes]) -> Path:
    with tarfile.open(tmp / "bob.tar.gz", "w:gz") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return tmp / "bob.tar.gz"


def tar_slip(tmp: Path) -> Path:
    return _tar(tmp, ("task05.py", b"print(1)\n"), ("../evil.py", b"boo"))


def tar_absolute(tmp: Path) -> Path:
    return _tar(tmp, ("/task05.py", b"print(1)\n"))


def tar_bomb(tmp: Path) -> Path:
    member = tarfile.TarInfo("zeros.bin")
    member.size = 135_000_000
    zeros = gzip.compress(bytes(10_000_000))  # gzip files may be joined
    (tmp / "bob.tar.gz").write_bytes(gzip.compress(member.tobuf()) + zeros * 14)
    return tmp / "bob.tar.gz"


def tar_file_and_folder(tmp: Path) -> Path:
    return _tar(tmp, ("task05.py", b"print(1)\n"), ("task05.py/x.py", b"print(1)\n"))


def two_submissions(tmp: Path) -> Path:
    for name in ("bob", "carol"):
        (tmp / "class" / name).mkdir(parents=True)
        (tmp / "class" / name / "task05.py").write_text("print(1)\n")
    return tmp / "class"


REFUSED: list[tuple[Maker, str, str]] = [
    (not_there, "不存在", "There is nothing at"),
    (empty_folder, "是空的", "is empty"),
    (no_task_file, "没有任何题目的脚本", "holds no task's script"),
    (single_script, "是单个文件", "is a single file"),
    (fifo_as_submission, "既不是文件夹", "neither a folder nor an archive"),
    (rar, "既不是文件夹", "neither a folder nor an archive"),
    (rar_called_zip, "已损坏", "damaged"),
    (truncated_zip, "已损坏", "damaged"),
    (zip_slip, "指向外部", "points outside"),
    (zip_slip_with_backslashes, "指向外部", "points outside"),
    (zip_absolute, "指向外部", "points outside"),
    (zip_with_drive, "指向外部", "points outside"),
    (zip_bomb, "超过 32 MB", "more than 32 MB"),
    (zip_bomb_that_says_so, "超过 32 MB", "more than 32 MB"),
    (tar_slip, "指向外部", "points outside"),
    (tar_absolute, "指向外部", "points outside"),
    (tar_bomb, "超过 32 MB", "more than 32 MB"),
    (tar_file_and_folder, "既是文件又是文件夹", "both a file and a folder"),
    (two_submissions, "一次只检查一份提交", "one submission at a time"),
]
