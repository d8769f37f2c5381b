"""`grader check`: grade one submission, show the table, write the report."""

from __future__ import annotations

import os
import webbrowser
from pathlib import Path
from typing import Literal

import click

from grader.catalog.load import load_tasks, select_tasks
from grader.catalog.location import find_assignments
from grader.cli.endings import code_of_result
from grader.cli.engine_options import engine_options, new_settings
from grader.cli.progress import shown_progress
from grader.cli.report_folder import ready_folder, save_report
from grader.cli.result_table import print_result
from grader.cli.session import Session, assignments_option, pass_session, shared_options
from grader.cli.terminal import print_exactly
from grader.intake.read import read_submission
from grader.model.settings import SandboxChoice


@click.command()
@click.argument("submission", type=click.Path(path_type=Path))
@click.option("--task", "wanted", multiple=True, help="Only this task: 5, 05, task05. Repeatable.")
@engine_options
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: os.cpu_count() or 1,
    help="How many tasks at once (default: one for each processor).",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["table", "json"]),
    default="table",
    help="json: print exactly the content of result.json.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder for index.html and result.json (default: reports/<submission>/).",
)
@click.option("--open", "opens_report", is_flag=True, help="Open the report in the browser.")
@assignments_option
@shared_options
@pass_session
def check(
    session: Session,
    submission: Path,
    wanted: tuple[str, ...],
    sandbox: SandboxChoice,
    python: str | None,
    schedules: int | None,
    seed: int,
    jobs: int,
    output_format: Literal["table", "json"],
    output: Path | None,
    opens_report: bool,
    assignments: Path | None,
) -> int:
    """Grade SUBMISSION: a folder, a .zip or a .tar.gz with task01.py, task02.py ... 检查一份提交。"""
    tasks = load_tasks(find_assignments(assignments, Path.cwd(), submission))
    chosen = select_tasks(tasks, wanted)
    student = read_submission(submission, [task.id for task in tasks])
    folder = ready_folder(output or Path("reports") / student.name)
    settings = new_settings(session, sandbox, python, schedules, seed, jobs)

    from grader.grade import grade_submission

    with shown_progress(session) as on_progress:
        result = grade_submission(student, chosen, settings, on_progress)

    save_report(result, folder, session)
    if output_format == "json":
        from grader.report.json_file import render_json

        print_exactly(render_json(result))
    else:
        print_result(result, session)
    if opens_report:
        webbrowser.open((folder / "index.html").resolve().as_uri())
    return code_of_result(result)
