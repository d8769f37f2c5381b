"""`grader replay`: run one schedule again and show what happened, step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from grader.catalog.load import load_tasks, select_tasks
from grader.catalog.location import find_assignments
from grader.cli.engine_options import engine_options, new_settings
from grader.cli.session import Session, assignments_option, pass_session, shared_options
from grader.cli.terminal import print_exactly
from grader.cli.trace_table import print_trace_as_table, print_trace_as_text
from grader.intake.read import read_submission
from grader.model.settings import ReplayRequest, SandboxChoice


@click.command()
@click.argument("submission", type=click.Path(path_type=Path))
@click.option("--task", "wanted", required=True, help="The task: 5, 05, task05.")
@click.option("--schedule", required=True, metavar="CODE", help="The code that the report printed.")
@engine_options
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["table", "text", "json"]),
    default="table",
    help="text: one line per step, without a table.",
)
@assignments_option
@shared_options
@pass_session
def replay(
    session: Session,
    submission: Path,
    wanted: str,
    schedule: str,
    sandbox: SandboxChoice,
    python: str | None,
    schedules: int | None,
    seed: int,
    output_format: Literal["table", "text", "json"],
    assignments: Path | None,
) -> None:
    """Run one schedule of one task again and show it step by step. 重现一次线程调度。"""
    tasks = load_tasks(find_assignments(assignments, Path.cwd(), submission))
    (task,) = select_tasks(tasks, [wanted])
    student = read_submission(submission, [one.id for one in tasks])
    settings = new_settings(session, sandbox, python, schedules, seed)
    request = ReplayRequest(submission=student, task=task, schedule=schedule, settings=settings)

    from grader.grade import replay as replay_schedule

    trace = replay_schedule(request)

    if output_format == "json":
        print_exactly(trace.model_dump_json(indent=1) + "\n")
    elif output_format == "text":
        print_trace_as_text(trace, session)
    else:
        print_trace_as_table(trace, session)
