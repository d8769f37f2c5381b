"""Finds each task's script among the entries: wrapping folders, folders per task, candidates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from grader.intake import problems
from grader.intake.entries import Entry
from grader.intake.names import likely_number, plain_number, split_python_name
from grader.model.problem import Problem

_MOST_WRAPPERS = 4
_ALMOST_PYTHON = (".txt", ".pyw", ".ipynb", ".md", ".doc", ".docx", ".pdf", ".rtf", ".pyc")


@dataclass
class Candidates:
    """What could be meant by one task's number, best kind first."""

    plain: list[Entry] = field(default_factory=list)
    likely: list[Entry] = field(default_factory=list)
    folders: list[Problem] = field(default_factory=list)
    near_misses: list[str] = field(default_factory=list)

    @property
    def scripts(self) -> list[Entry]:
        """All entries that could be run."""
        return [*self.plain, *self.likely]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all could be meant, not even a folder without a script."""
        return not (self.scripts or self.folders)

    def choose(self, task: str) -> Entry | Problem:
        """Return the one entry that is meant, or why there is none."""
        for tier in (self.plain, self.likely):
            if len(tier) == 1:
                return tier[0]
            if tier:
                return problems.ambiguous(task, [entry.path for entry in tier])
        if self.folders:
            return self.folders[0]
        return problems.missing(task, self.near_misses[0] if self.near_misses else None)


class Layout:
    """The tree of one submission, asked for candidates from one folder downwards."""

    def __init__(self, entries: Mapping[str, Entry], tasks: Mapping[int, str]) -> None:
        self._tasks = tasks
        self._children: dict[str, list[Entry]] = {}
        for path in sorted(entries):
            parent = str(PurePosixPath(path).parent)
            self._children.setdefault(parent, []).append(entries[path])

    def top_folders(self) -> tuple[str, ...]:
        """Return the folder that holds the task scripts: "." or the wrapper that a zip adds.

        Empty where no folder does; several where they look like several submissions.
        """
        level: tuple[str, ...] = (".",)
        for _ in range(_MOST_WRAPPERS):
            with_tasks = tuple(folder for folder in level if self._looks_like_top(folder))
            if with_tasks:
                return with_tasks
            level = tuple(inner.path for folder in level for inner in self._folders_in(folder))
        return ()

    def candidates(self, top: str) -> dict[int, Candidates]:
        """Return the candidates of every task among the direct children of `top`."""
        found = {number: Candidates() for number in self._tasks}
        for entry in self._children.get(top, ()):
            self._sort_in(entry, found)
        return found

    def _looks_like_top(self, folder: str) -> bool:
        if all(one.is_empty for one in self.candidates(folder).values()):
            return False
        return not self._is_wrapper_named_like_a_task(folder)

    def _is_wrapper_named_like_a_task(self, folder: str) -> bool:
        """`homework_05/task01.py ...`: the one folder with scripts has another task's in it."""
        folders = self._folders_in(folder)
        inside = f"{folders[0].path}/" if len(folders) == 1 else ""
        here = self.candidates(folder)
        if not inside or not all(
            e.path.startswith(inside) for c in here.values() for e in c.scripts
        ):
            return False
        below = self.candidates(folders[0].path)
        return any(below[number].scripts and not here[number].scripts for number in below)

    def _folders_in(self, folder: str) -> list[Entry]:
        return [entry for entry in self._children.get(folder, ()) if entry.kind == "folder"]

    def _sort_in(self, entry: Entry, found: dict[int, Candidates]) -> None:
        stem, is_python = split_python_name(PurePosixPath(entry.path).name)
        plain, likely = plain_number(stem), likely_number(stem)
        number = plain if plain is not None else likely
        if number is None or number not in found:
            self._note_near_miss(entry, found)
        elif entry.kind == "folder":
            self._sort_in_folder(entry, number, plain is not None, found[number])
        elif is_python:
            (found[number].likely if plain is None else found[number].plain).append(entry)
        else:
            self._note_near_miss(entry, found)

    def _sort_in_folder(self, folder: Entry, number: int, is_plain: bool, into: Candidates) -> None:
        children = self._children.get(folder.path, ())
        scripts = [one for one in children if _is_script(one)]
        named = [one for one in scripts if _says(one, number)]
        if not named and not _is_package(children) and len(scripts) == 1:
            named = scripts
        (into.plain if is_plain else into.likely).extend(named)
        if not named and is_plain:
            names = [one.path for one in scripts]
            into.folders.append(
                problems.folder_without_main(self._tasks[number], folder.path, names)
            )

    def _note_near_miss(self, entry: Entry, found: dict[int, Candidates]) -> None:
        name = PurePosixPath(entry.path).name
        stem, dot, _ = name.partition(".")
        number = plain_number(stem) if dot and name.casefold().endswith(_ALMOST_PYTHON) else None
        if number in found and entry.kind == "file":
            found[number].near_misses.append(entry.path)


def _is_script(entry: Entry) -> bool:
    name = PurePosixPath(entry.path).name
    return entry.kind != "folder" and split_python_name(name)[1] and name != "__init__.py"


def _is_package(children: Iterable[Entry]) -> bool:
    return any(PurePosixPath(one.path).name == "__init__.py" for one in children)


def _says(entry: Entry, number: int) -> bool:
    """Tell whether a script in a task's folder is its main one by name."""
    stem, _ = split_python_name(PurePosixPath(entry.path).name)
    return stem.casefold() == "main" or plain_number(stem) == number


def first_names(entries: Mapping[str, Entry]) -> Sequence[str]:
    """Return names of files, nearest to the top first, for a message."""
    files = (entry.path for entry in entries.values() if entry.kind != "folder")
    return sorted(files, key=lambda path: (path.count("/"), path))
