"""Reads a .tar or .tar.gz into entries: one pass, members one by one, never extracted to disk."""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO

from grader.intake.entries import Entry, Listing, decode_name, is_skipped, safe_member_path
from grader.intake.limits import LIMITS
from grader.intake.refusals import broken_archive, too_many_entries, too_much
from grader.model.problem import BadInput

_BROKEN = (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, OverflowError)


class _BoundedReader(io.RawIOBase):
    """Lets no more than a fixed number of unpacked bytes through, headers and padding included.

    tarfile reads extended headers whole and skips members by reading them, so checking sizes of
    members alone would not stop a bomb.
    """

    def __init__(self, source: IO[bytes], path: Path) -> None:
        super().__init__()
        self._source, self._path = source, path
        self._left = LIMITS.unpacked_bytes

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        asked = self._left + 1 if size < 0 else min(size, self._left + 1)
        data = self._source.read(asked)
        self._left -= len(data)
        if self._left < 0:
            raise too_much(self._path)
        return data


def read_tar(stream: IO[bytes], path: Path, *, packed: bool) -> Listing:
    """Read the archive in `stream` (gzip when `packed`); `path` is for messages."""
    try:
        source: IO[bytes] = gzip.GzipFile(fileobj=stream) if packed else stream  # type: ignore[assignment]
        reader = _BoundedReader(source, path)
        # Names as bytes in disguise (surrogateescape): decode_name gets to see the originals.
        with tarfile.open(
            fileobj=reader, mode="r|", encoding="utf-8", errors="surrogateescape"
        ) as archive:
            return _read_members(archive, path)
    except BadInput:
        raise
    except _BROKEN as error:
        raise broken_archive(path, str(error)) from error


def _read_members(archive: tarfile.TarFile, path: Path) -> Listing:
    listing = Listing()
    total_bytes = members = 0
    for member in archive:
        members += 1
        if members > LIMITS.entries * 10:  # of caches and virtual environments there may be more
            raise too_many_entries(path)
        inside = safe_member_path(_member_name(member))
        if inside is None or is_skipped(inside) or listing.is_too_deep(inside):
            continue
        entry = _read_member(archive, member, inside)
        total_bytes += len(entry.content)
        if total_bytes > LIMITS.total_bytes:
            raise too_much(path)
        listing.add(entry)
        if len(listing.entries) > LIMITS.entries:
            raise too_many_entries(path)
    listing.ensure_tree()
    return listing


def _read_member(archive: tarfile.TarFile, member: tarfile.TarInfo, inside: PurePosixPath) -> Entry:
    if member.issym() or member.islnk():
        return Entry(str(inside), "link")
    if member.isdir():
        return Entry(str(inside), "folder")
    if not member.isreg():
        return Entry(str(inside), "special")
    if member.size > LIMITS.file_bytes:
        return Entry(str(inside), "too_large")
    content = archive.extractfile(member)  # a reader over the stream; writes nothing
    if content is None:
        return Entry(str(inside), "unreadable")
    return Entry(str(inside), "file", content.read())


def _member_name(member: tarfile.TarInfo) -> str:
    return decode_name(member.name.encode("utf-8", "surrogateescape"))
