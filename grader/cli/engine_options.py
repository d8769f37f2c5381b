"""The options that `check` and `replay` hand to the engine."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from grader.cli.session import Session
from grader.model.settings import DEFAULT_SEED, SandboxChoice, Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])


def engine_options(command: _Command) -> _Command:
    """Give a command `--sandbox`, `--python`, `--schedules` and `--seed`."""
    with_sandbox = click.option(
        "--sandbox",
        type=click.Choice(["auto", "docker", "local"]),
        default="auto",
        help="auto: Docker where a daemon answers and the image is there, else local.",
    )
    with_python = click.option(
        "--python",
        metavar="X.Y",
        callback=_check_version,
        help="Which Python runs the programs: its image in Docker, pythonX.Y of this machine "
        "locally (default: the one that runs grader).",
    )
    with_schedules = click.option(
        "--schedules",
        type=click.IntRange(min=1),
        help="How many schedules to look at (default: each task's own budget).",
    )
    with_seed = click.option(
        "--seed", type=click.IntRange(min=0), default=DEFAULT_SEED, help="Of the random schedules."
    )
    return with_sandbox(with_python(with_schedules(with_seed(command))))


def _check_version(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    if value is not None and not re.fullmatch(r"\d+\.\d+", value, re.ASCII):
        raise click.BadParameter("two numbers with a point between them, like 3.14")
    return value


def new_settings(
    session: Session,
    sandbox: SandboxChoice,
    python: str | None,
    schedules: int | None,
    seed: int,
    jobs: int = 1,
) -> Settings:
    """Return the settings that the options mean."""
    return Settings(
        sandbox=sandbox,
        python=python,
        schedules=schedules,
        seed=seed,
        language=session.language,
        jobs=jobs,
    )
