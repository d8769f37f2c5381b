"""The student's folder is what it was before each schedule, whatever the last one did to it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.runtime.folder import StudentFolder

STUDENT = 20001
FILES = {"task05.py": b"print(1)\n", "data/words.txt": b"one\n"}


def closes_folders(root: Path) -> None:
    """A file in a folder in a folder, and none of them may be opened."""
    (root / "closed" / "inner").mkdir(parents=True)
    (root / "closed" / "inner" / "file").write_bytes(b"x")
    (root / "closed" / "inner").chmod(0)
    (root / "closed").chmod(0)


def goes_deep(root: Path) -> None:
    """Folders in folders until no path reaches the last one."""
    os.chdir(root)
    for _ in range(1500):
        os.mkdir("a" * 20)
        os.chdir("a" * 20)


def takes_the_names(root: Path) -> None:
    """Folders of the names that tidying up might use, each with something in it."""
    for number in range(50):
        (root / f".gone-{number}" / "in").mkdir(parents=True)


def changes_files(root: Path) -> None:
    """Its own script, and a link in place of a file."""
    (root / "task05.py").write_bytes(b"import os\n")
    (root / "data" / "words.txt").unlink()
    (root / "data" / "words.txt").symlink_to("/etc/passwd")


def as_student(action: Callable[[Path], None], root: Path, uid: int | None) -> None:
    """Do it in a process of its own, as the program would."""
    child = os.fork()
    if child == 0:
        try:
            if uid is not None:
                os.setresgid(uid, uid, uid)
                os.setresuid(uid, uid, uid)
            action(root)
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0


def contents(root: Path) -> dict[str, bytes]:
    """All files below."""
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if not p.is_dir()}


@pytest.mark.parametrize("action", [closes_folders, goes_deep, takes_the_names, changes_files])
@pytest.mark.parametrize("uid", [None, STUDENT])
def test_the_folder_is_laid_anew(action: Callable[[Path], None], uid: int | None) -> None:
    """Nothing that the program made is left, and what it changed is as it was."""
    if uid is not None and os.getuid() != 0:
        pytest.skip("only root can become the student")
    folder = StudentFolder(FILES, uid)
    try:
        as_student(action, folder.root, uid)
        folder.restore()
        assert contents(folder.root) == FILES
        assert sorted(p.name for p in folder.root.iterdir()) == ["data", "task05.py"]
    finally:
        folder.remove()
    assert not folder.root.exists()
