"""Reads a .zip into entries: members one by one, never extracted to disk."""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO

from grader.intake.entries import (
    Entry,
    EntryKind,
    Listing,
    decode_name,
    is_skipped,
    safe_member_path,
)
from grader.intake.limits import LIMITS
from grader.intake.refusals import broken_archive, encrypted_archive, too_many_entries, too_much

_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def read_zip(stream: IO[bytes], path: Path) -> Listing:
    """Read the archive in `stream`; `path` is for messages."""
    try:
        with zipfile.ZipFile(stream) as archive:
            return _read_members(archive, path)
    except _BROKEN as error:
        raise broken_archive(path, str(error)) from error


def _read_members(archive: zipfile.ZipFile, path: Path) -> Listing:
    listing = Listing()
    wanted = [
        (member, inside)
        for member in archive.infolist()
        if (inside := safe_member_path(_member_name(member))) and not is_skipped(inside)
    ]
    if len(wanted) > LIMITS.entries:
        raise too_many_entries(path)
    if sum(member.file_size for member, _ in wanted) > LIMITS.unpacked_bytes:
        raise too_much(path)
    total_bytes = 0
    for member, inside in wanted:
        if listing.is_too_deep(inside):
            continue
        entry = _read_member(archive, member, inside, path)
        total_bytes += len(entry.content)
        if total_bytes > LIMITS.total_bytes:
            raise too_much(path)
        listing.add(entry)
    listing.ensure_tree()
    return listing


def _read_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, inside: PurePosixPath, path: Path
) -> Entry:
    kind = _kind(member)
    if kind != "file":
        return Entry(str(inside), kind)
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise encrypted_archive(path)
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise broken_archive(path, f"compression method {member.compress_type}")
    with archive.open(member) as content:  # the declared size may lie: read no more than the limit
        data = content.read(LIMITS.file_bytes + 1)
    if len(data) > LIMITS.file_bytes:
        return Entry(str(inside), "too_large")
    return Entry(str(inside), "file", data)


def _kind(member: zipfile.ZipInfo) -> EntryKind:
    mode = member.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "link"
    if member.is_dir() or member.filename.endswith("\\") or stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) or stat.S_IFMT(mode) == 0 else "special"


def _member_name(member: zipfile.ZipInfo) -> str:
    """Return the name as its author saw it.

    Without the UTF-8 flag zipfile reads names as code page 437, but Windows in China writes GBK
    and macOS writes UTF-8 there; the original bytes tell which.
    """
    if member.flag_bits & _UTF8_FLAG:
        return member.orig_filename
    try:
        return decode_name(member.orig_filename.encode("cp437"))
    except UnicodeEncodeError:
        return member.orig_filename
