"""Intake itself: from a path that a user typed to a Submission, or to one clear sentence."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from grader.intake import problems, refusals
from grader.intake.entries import Entry, Listing, decode_name
from grader.intake.folder import read_folder
from grader.intake.layout import Layout, first_names
from grader.intake.limits import LIMITS
from grader.intake.source_text import read_source, source_line
from grader.intake.syntax import HOST_PYTHON, find_syntax_errors
from grader.intake.tar_archive import read_tar
from grader.intake.zip_archive import read_zip
from grader.model.base import Text, text
from grader.model.problem import Problem
from grader.model.submission import Script, Submission
from grader.model.visible import visible

_ZIP_MAGIC, _GZIP_MAGIC, _TAR_MAGIC, _TAR_MAGIC_AT = (
    (b"PK\3\4", b"PK\5\6"),
    b"\x1f\x8b",
    b"ustar",
    257,
)
_ARCHIVE_SUFFIXES = (".tar.gz", ".tgz", ".tar", ".zip")


def read_submission(path: Path, tasks: Sequence[str]) -> Submission:
    """Read the folder or archive at `path`; `tasks` are the ids ("task05") to find scripts for."""
    listing = _read_listing(path)
    listing = _unwrap(path, listing, tasks)
    chosen = _choose_scripts(listing, tasks)
    return Submission(
        name=_submission_name(path),
        root=path,
        files={one.path: one.content for one in listing.entries.values() if one.kind == "file"},
        scripts=_check_sources(listing, chosen),
        notes=(*listing.notes, *_notes_on(listing, chosen)),
    )


def _read_listing(path: Path) -> Listing:
    try:
        status = path.stat()  # the user's own path: a link to a folder is what the user meant
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise refusals.path_not_there(path) from error
    except OSError as error:
        raise refusals.unreadable(path, error.strerror or "") from error
    if stat.S_ISDIR(status.st_mode):
        return read_folder(path)
    if not stat.S_ISREG(status.st_mode):
        raise refusals.unknown_kind(path)
    if path.suffix.casefold() in (".py", ".pyw"):
        raise refusals.single_script(path)
    if status.st_size > LIMITS.archive_bytes:
        raise refusals.archive_too_large(path)
    return _read_archive(path)


def _read_archive(path: Path) -> Listing:
    """Read an archive by what it is, not by what it is called."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_TAR_MAGIC_AT + len(_TAR_MAGIC))
            stream.seek(0)
            if head.startswith(_ZIP_MAGIC):
                return read_zip(stream, path)
            if head.startswith(_GZIP_MAGIC):
                return read_tar(stream, path, packed=True)
            if head[_TAR_MAGIC_AT:] == _TAR_MAGIC:
                return read_tar(stream, path, packed=False)
    except OSError as error:
        raise refusals.unreadable(path, error.strerror or "") from error
    if path.name.casefold().endswith(_ARCHIVE_SUFFIXES):
        raise refusals.broken_archive(path, "not what its name says")
    raise refusals.unknown_kind(path)


def _unwrap(path: Path, listing: Listing, tasks: Sequence[str]) -> Listing:
    """Return the entries below the folder that holds the scripts, named from there."""
    names = first_names(listing.entries)
    layout = Layout(listing.entries, _by_number(tasks))
    tops = layout.top_folders()
    if not names and not tops:
        raise refusals.empty(path)
    if not tops:
        raise refusals.no_task_file(path, list(names), list(tasks))
    if len(tops) > 1:
        raise refusals.several_submissions(path, list(tops))
    if tops[0] == ".":
        return listing
    top = PurePosixPath(tops[0])
    inner = Listing(notes=listing.notes)
    for one in listing.entries.values():
        if top in PurePosixPath(one.path).parents:
            inner.add(Entry(str(PurePosixPath(one.path).relative_to(top)), one.kind, one.content))
    return inner


def _choose_scripts(listing: Listing, tasks: Sequence[str]) -> dict[str, Entry | Problem]:
    found = Layout(listing.entries, _by_number(tasks)).candidates(".")
    return {task: found[_number(task)].choose(task) for task in tasks}


def _check_sources(
    listing: Listing, chosen: Mapping[str, Entry | Problem]
) -> dict[str, Script | Problem]:
    """Turn each chosen entry into a Script, or into the Problem that its content is."""
    texts = {task: _read_text(one) for task, one in chosen.items()}
    readable = {task: found for task, found in texts.items() if isinstance(found, str)}
    paths = {task: one.path for task, one in chosen.items() if isinstance(one, Entry)}
    refused = find_syntax_errors({task: listing.entries[paths[task]].content for task in readable})
    scripts: dict[str, Script | Problem] = {}
    for task, found in texts.items():
        if isinstance(found, Problem):
            scripts[task] = found
        elif task in refused:
            line, reason = refused[task]
            source = source_line(found, line)
            scripts[task] = problems.syntax(paths[task], line, source, reason, HOST_PYTHON)
        else:
            scripts[task] = Script(task=task, path=paths[task])
    return scripts


def _read_text(chosen: Entry | Problem) -> str | Problem:
    if isinstance(chosen, Problem):
        return chosen
    if chosen.kind != "file":
        return problems.not_readable(chosen)
    if len(chosen.content) > LIMITS.script_bytes:
        return problems.too_large(chosen.path)
    return read_source(chosen.path, chosen.content)


def _notes_on(listing: Listing, chosen: Mapping[str, Entry | Problem]) -> list[Text]:
    """Say what was left out, apart from scripts, whose own problem says it."""
    scripts = {one.path if isinstance(one, Entry) else one.file for one in chosen.values()}
    left_out = [
        visible(one.path)
        for one in listing.entries.values()
        if one.kind not in ("file", "folder") and one.path not in scripts
    ]
    if not left_out:
        return []
    names = ", ".join(left_out[:5]) + (" …" if len(left_out) > 5 else "")
    return [
        text(
            f"没有带上 {names}：只读取大小合适的普通文件，不跟随链接。",
            f"Left out: {names}. Only regular files of a sensible size are read, no link followed.",
        )
    ]


def _by_number(tasks: Sequence[str]) -> dict[int, str]:
    return {_number(task): task for task in tasks}


def _number(task: str) -> int:
    return int(task.removeprefix("task"))


def _submission_name(path: Path) -> str:
    """Return the folder's name, or the archive's without its suffix: one that a folder can have."""
    name = decode_name(os.fsencode(path.resolve().name))
    for suffix in _ARCHIVE_SUFFIXES:
        if path.is_file() and name.casefold().endswith(suffix):
            name = name[: -len(suffix)]
            break
    name = visible(name).replace("\\", "_").strip(" .")
    return name or "submission"
