"""Puts a report on disk: each file appears whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from grader.model.base import Language
from grader.model.result import SubmissionResult
from grader.report.html import render_html
from grader.report.json_file import render_json


def write_report(result: SubmissionResult, folder: Path, language: Language) -> None:
    """Write `result.json` and `index.html` into `folder`, which is made if it is not there."""
    files = {"result.json": render_json(result), "index.html": render_html(result, language)}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        _replace_file(folder / name, content)


def _replace_file(path: Path, content: str) -> None:
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    try:
        with partial.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
