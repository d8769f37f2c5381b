"""What a folder and every kind of archive are read into: entries by safe relative name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from grader.intake.limits import LIMITS
from grader.model.base import Text, text
from grader.model.problem import BadInput
from grader.model.visible import visible

EntryKind = Literal["file", "folder", "link", "special", "too_large", "unreadable"]

_SKIPPED_FOLDERS = frozenset(
    {
        ".git", ".hg", ".svn", ".idea", ".vscode", ".vs", "__macosx", "__pycache__", "venv",
        ".venv", ".tox", ".nox", ".mypy_cache", ".pytest_cache", ".ruff_cache",
        ".ipynb_checkpoints", "node_modules", "site-packages",
    }
)
_SKIPPED_FILES = frozenset((".ds_store", "thumbs.db", "desktop.ini"))


@dataclass(frozen=True)
class Entry:
    """One name in a submission; only a regular file within the limits has content."""

    path: str
    kind: EntryKind
    content: bytes = b""


@dataclass
class Listing:
    """All entries of a submission by path, and what was left out on the way."""

    entries: dict[str, Entry] = field(default_factory=dict)
    notes: list[Text] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Take an entry; a later one of the same name replaces the earlier, and that is noted."""
        before = self.entries.get(entry.path)
        if before is not None and before.kind != "folder":
            name = visible(entry.path)
            self.notes.append(
                text(
                    f"压缩包里有两个 {name}，以后一个为准。",
                    f"The archive holds {name} twice; the last one counts.",
                )
            )
        self.entries[entry.path] = entry
        for parent in PurePosixPath(entry.path).parents:
            if str(parent) != ".":
                self.entries.setdefault(str(parent), Entry(str(parent), "folder"))

    def is_too_deep(self, path: PurePosixPath) -> bool:
        """Tell whether a path has too many folders above it to be taken; noted once."""
        if len(path.parts) <= LIMITS.depth:
            return False
        note = text(
            f"层数超过 {LIMITS.depth} 的文件夹没有读取。",
            f"Folders more than {LIMITS.depth} deep were left out.",
        )
        if note not in self.notes:
            self.notes.append(note)
        return True

    def ensure_tree(self) -> None:
        """Refuse an archive in which one name is both a file and a folder with files in it."""
        for path in self.entries:
            parent = str(PurePosixPath(path).parent)
            if parent != "." and self.entries[parent].kind != "folder":
                raise BadInput(
                    text(
                        f"压缩包里的 {visible(parent)} 既是文件又是文件夹，请重新打包。",
                        f"In the archive {visible(parent)} is both a file and a folder: "
                        "pack it again.",
                    )
                )


def is_skipped(path: PurePosixPath) -> bool:
    """Tell whether this entry is litter of a tool: version control, caches, virtual environments."""
    if any(part.casefold() in _SKIPPED_FOLDERS for part in path.parts):
        return True
    name = path.name.casefold()
    return name.startswith("._") or name in _SKIPPED_FILES


def decode_name(raw: bytes) -> str:
    """Read a file name as UTF-8, else as GBK (Windows in China), else byte by byte."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def safe_member_path(name: str) -> PurePosixPath | None:
    """Return an archive member's path, None for the root itself; refuse what points outside."""
    name = name.replace("\\", "/")
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if name.startswith("/") or ".." in parts or re.match(r"[A-Za-z]:", name) or "\0" in name:
        raise BadInput(
            text(
                f"压缩包里有指向外部的文件名 {visible(name)}，拒绝解开。请只打包作业文件夹本身。",
                f"The archive has a member that points outside of it, {visible(name)}: "
                "pack only the homework's own folder.",
            )
        )
    return PurePosixPath(*parts) if parts else None
