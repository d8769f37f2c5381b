"""The student's folder, and every other place that the program may write to: each schedule finds
them as the first one did.

What has been touched is told by the file system (a change time cannot be forged), not by the
program. In a container the supervisor is root without the right to enter other people's folders,
so a child that becomes the student tidies up.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

_SHARED = ("/tmp", "/dev/shm")
_UNUSUALLY_MANY = 200


class FolderError(Exception):
    """The folder could not be brought back to what it was."""


class StudentFolder:
    """Where one job's files lie. `uid`: whom the program runs as, None for whom we are."""

    def __init__(self, files: dict[str, bytes], uid: int | None) -> None:
        self._files = files
        self._uid = uid
        self._top = Path(tempfile.mkdtemp(prefix="grader-"))
        self.root = self._top / "submission"
        self.scratch = self._top / "tmp"
        if uid is not None:
            self._top.chmod(0o755)
        self._lay()

    def restore(self) -> None:
        """Undo what the last schedule did, if it did anything. Raises FolderError."""
        if self._marks() == self._clean:
            return
        if self._uid is None:
            self._empty()
        else:
            self._empty_as_student(self._uid)
        self._lay()

    def remove(self) -> None:
        """Remove everything, for good."""
        if self._uid is None:
            self._empty()
        else:
            self._empty_as_student(self._uid)
        shutil.rmtree(self._top, ignore_errors=True)

    def _lay(self) -> None:
        try:
            for folder in (self.root, self.scratch):
                if folder.is_symlink() or not folder.is_dir():
                    folder.unlink(missing_ok=True)
                    folder.mkdir()
                folder.chmod(0o755 if self._uid is None else 0o777)
            for name, data in self._files.items():
                target = self.root / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            if self._uid is not None:
                for path in self.root.rglob("*"):
                    path.chmod(0o777 if path.is_dir() else 0o666)
        except OSError as problem:
            raise FolderError(f"the student's folder cannot be laid: {problem}") from problem
        self._clean = self._marks()

    def _marks(self) -> list[tuple[object, ...]]:
        """What would differ if anything had been written; cut off where it is a lot."""
        marks: list[tuple[object, ...]] = []
        for place in (self.root, self.scratch):
            for path in _everything_in(place):
                marks.append(_mark(path))
                if len(marks) > 2 * len(self._files) + _UNUSUALLY_MANY:
                    return marks
        if self._uid is not None:
            marks += [(path,) for path in _owned_by(self._uid)]
        return marks

    def _empty(self) -> None:
        for place in (self.root, self.scratch):
            _empty_folder(str(place))

    def _empty_as_student(self, uid: int) -> None:
        child = os.fork()
        if child == 0:
            try:
                os.setgroups([])
                os.setresgid(uid, uid, uid)
                os.setresuid(uid, uid, uid)
                self._empty()
                for path in _owned_by(uid):
                    _remove(path)
            finally:
                os._exit(0)
        os.waitpid(child, 0)


def _mark(path: str) -> tuple[object, ...]:
    try:
        found = os.lstat(path)
    except OSError:
        return (path,)
    return (path, found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _everything_in(place: Path) -> Iterator[str]:
    yield str(place)
    waiting = [str(place)]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                yield entry.path
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)


def _owned_by(uid: int) -> list[str]:
    """What the student has put into the places that everybody may write to."""
    found = []
    for place in _SHARED:
        with contextlib.suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_uid == uid:
                        found.append(entry.path)
    return sorted(found)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        if stat.S_ISDIR(os.lstat(path).st_mode):
            _empty_folder(path)
            os.rmdir(path)
        else:
            os.unlink(path)


def _empty_folder(place: str) -> None:
    """Remove all that is in `place`, however deep: what is in a folder moves up before the folder
    goes, so no path gets too long and nothing here calls itself. Ends when nothing more moves."""
    while True:
        moved = 0
        with contextlib.suppress(OSError):
            for entry in list(os.scandir(place)):
                with contextlib.suppress(OSError):
                    if not entry.is_dir(follow_symlinks=False):
                        os.unlink(entry.path)
                        moved += 1
                        continue
                    _open_up(entry.path)
                    for inner in list(os.scandir(entry.path)):
                        if inner.is_dir(follow_symlinks=False):
                            _open_up(inner.path)  # moving a folder writes to it: its parent changes
                        os.rename(inner.path, f"{place}/.gone-{secrets.token_hex(12)}")
                        moved += 1
                    os.rmdir(entry.path)
                    moved += 1
        if not moved:
            return


def _open_up(folder: str) -> None:
    with contextlib.suppress(OSError):  # a folder of ours can be open to all
        os.chmod(folder, 0o700)
