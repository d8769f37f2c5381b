"""The `grader` command: the group of all commands, and the way every one of them ends."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import NoReturn

import click

from grader.cli.check import check
from grader.cli.doctor import doctor
from grader.cli.endings import run_to_exit_code
from grader.cli.image import image
from grader.cli.replay import replay
from grader.cli.schema import schema
from grader.cli.session import Session, shared_options
from grader.cli.tasks import tasks
from grader.cli.terminal import prepare_streams


def installed_version() -> str:
    """Return the version of the installed package, or "source" in a bare checkout."""
    try:
        return version("grader")
    except PackageNotFoundError:
        return "source"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(installed_version(), prog_name="grader")
@shared_options
def cli() -> None:
    """Grade Python concurrency homework under every schedule, in virtual time.

    并发编程作业自动评分：grader check 文件夹 检查一份提交，grader tasks 列出题目，grader doctor
    检查本机环境，grader replay 重现一次出错的线程调度。

    Exit codes: 0 all passed, 1 something failed, 2 bad input, 3 could not judge, 130 interrupted.
    """


for _command in (check, tasks, doctor, replay, schema, image):
    cli.add_command(_command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    session = Session()
    prepare_streams()
    words = None if arguments is None else list(arguments)
    return run_to_exit_code(
        session,
        lambda: cli.main(args=words, prog_name="grader", standalone_mode=False, obj=session),
    )


def main() -> NoReturn:
    """Entry point of the installed command."""
    sys.exit(run())
