"""What can be wrong with what a user gave us: a problem of one task, or of the whole command."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from grader.model.base import Noun, Text

ProblemKind = Literal[
    "missing", "ambiguous", "not_a_file", "link", "unreadable", "too_large", "null_bytes",
    "encoding", "syntax",
]  # fmt: skip


class BadInput(Exception):
    """The command cannot go on: one sentence for the user, exit code 2, no traceback."""

    def __init__(self, message: Text) -> None:
        """Keep the sentence in both languages; who prints it chooses."""
        super().__init__(message.en)
        self.message = message


class Problem(Noun):
    """Why one task has no script that can be run. Costs that task only."""

    kind: ProblemKind
    message: Text = Field(description="what is wrong, where, and what to do: one sentence")
    file: str = Field(default="", description="relative to the submission; hostile text")
    line: int = 0
    source: str = Field(default="", description="the line that was not understood; hostile text")
    python: str = Field(
        default="", description="of a syntax error: the Python that refused, e.g. 3.13"
    )
