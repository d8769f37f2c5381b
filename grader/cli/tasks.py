"""`grader tasks`: what can be graded here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import click

from grader.catalog.load import load_tasks
from grader.catalog.location import find_assignments
from grader.cli import words
from grader.cli.session import Session, assignments_option, pass_session, shared_options
from grader.cli.terminal import new_table, output_console, print_exactly, styled


@click.command()
@click.option("--format", "output_format", type=click.Choice(["table", "json"]), default="table")
@assignments_option
@shared_options
@pass_session
def tasks(
    session: Session, output_format: Literal["table", "json"], assignments: Path | None
) -> None:
    """List the tasks. 列出题目。"""
    found = load_tasks(find_assignments(assignments, Path.cwd()))
    if output_format == "json":
        shown = {"id", "number", "title", "points", "schedules", "timed"}
        records = [task.model_dump(mode="json", include=shown) for task in found]
        print_exactly(json.dumps(records, ensure_ascii=False, indent=1) + "\n")
        return
    headings = (words.TASK, words.TITLE, words.POINTS, words.BUDGET)
    table = new_table(*(session.say(heading) for heading in headings))
    for task in found:
        title = styled(session.say(task.title))
        table.add_row(task.id, title, f"{task.points:g}", str(task.schedules))
    output_console().print(table)
