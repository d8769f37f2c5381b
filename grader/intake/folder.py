"""Reads a folder into entries: regular files only, no link followed, no FIFO or device opened."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath

from grader.intake.entries import Entry, Listing, decode_name, is_skipped
from grader.intake.limits import LIMITS
from grader.intake.refusals import too_many_entries, too_much, unreadable

# O_NONBLOCK: if a file turns into a FIFO between lstat and open, open must still return.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_folder(root: Path) -> Listing:
    """Read everything below `root`, in the order of names."""
    return _FolderReader(root).read()


class _FolderReader:
    """Owns the walk and its sums."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._listing = Listing()
        self._seen = 0
        self._bytes = 0

    def read(self) -> Listing:
        try:
            self._walk(self._root, PurePosixPath())
        except OSError as error:
            raise unreadable(self._root, error.strerror or "") from error
        return self._listing

    def _walk(self, folder: Path, inside: PurePosixPath) -> None:
        with os.scandir(folder) as scan:
            found = sorted(scan, key=lambda one: os.fsencode(one.name))
        for one in found:
            path = inside / decode_name(os.fsencode(one.name))
            if is_skipped(path) or _is_own_report(path, one) or self._listing.is_too_deep(path):
                continue
            self._seen += 1
            if self._seen > LIMITS.entries:
                raise too_many_entries(self._root)
            self._take(one, path)

    def _take(self, one: os.DirEntry[str], path: PurePosixPath) -> None:
        if one.is_symlink() or _is_junction(one):
            self._listing.add(Entry(str(path), "link"))
        elif one.is_dir(follow_symlinks=False):
            self._listing.add(Entry(str(path), "folder"))
            self._enter(one, path)
        elif one.is_file(follow_symlinks=False):
            self._listing.add(self._read_file(one, path))
        else:
            self._listing.add(Entry(str(path), "special"))

    def _enter(self, one: os.DirEntry[str], path: PurePosixPath) -> None:
        try:
            self._walk(Path(one.path), path)
        except PermissionError:
            self._listing.entries[str(path)] = Entry(str(path), "unreadable")

    def _read_file(self, one: os.DirEntry[str], path: PurePosixPath) -> Entry:
        try:
            content = read_regular(Path(one.path), LIMITS.file_bytes + 1)
        except OSError:
            return Entry(str(path), "unreadable")
        if len(content) > LIMITS.file_bytes:
            return Entry(str(path), "too_large")
        self._bytes += len(content)
        if self._bytes > LIMITS.total_bytes:
            raise too_much(self._root)
        return Entry(str(path), "file", content)


def read_regular(path: Path, most_bytes: int) -> bytes:
    """Read at most `most_bytes` of a regular file; OSError for a link, FIFO or device."""
    descriptor = os.open(path, _OPEN_FLAGS)
    with open(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("not a regular file")
        return stream.read(most_bytes)


def _is_junction(one: os.DirEntry[str]) -> bool:
    """Tell whether it is a Windows junction: a link that does not say so (Python 3.12 can tell)."""
    ask = getattr(one, "is_junction", None)
    return bool(ask and ask())


def _is_own_report(path: PurePosixPath, one: os.DirEntry[str]) -> bool:
    """Tell whether this is where `grader check .` has put its reports: no part of the homework."""
    if path.parts != ("reports",) or not one.is_dir(follow_symlinks=False):
        return False
    return any(Path(one.path).glob("*/result.json"))
