"""One student's files, read once: from here on nothing touches the folder or archive again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from pydantic import Field

from grader.model.base import Noun, Text
from grader.model.problem import Problem


class Script(Noun):
    """The file that is run for one task."""

    task: str
    path: str = Field(description="relative to the submission, with slashes; hostile text")

    @property
    def folder(self) -> str:
        """The script's own folder, which is its working directory; "." at the top."""
        return str(PurePosixPath(self.path).parent)


class Submission(Noun):
    """A folder or archive after intake: regular files only, within limits, links never followed."""

    name: str = Field(description="of the folder or archive; shown, and names the report folder")
    root: Path = Field(description="what the user pointed at; for messages, never read again")
    files: Mapping[str, bytes] = Field(repr=False, description="relative path -> content")
    scripts: Mapping[str, Script | Problem] = Field(description="one entry for each task id")
    notes: tuple[Text, ...] = Field(default=(), description="what was left out, and why")

    def script_for(self, task: str, python: str) -> Script | Problem:
        """Return what to run for `task` under `python` ("3.13").

        Intake checks the syntax with its own interpreter, but the Python that grades is the one
        that counts: a syntax error that another version found is no problem yet.
        """
        found = self.scripts[task]
        if isinstance(found, Problem) and found.kind == "syntax" and found.python != python:
            return Script(task=task, path=found.file)
        return found
