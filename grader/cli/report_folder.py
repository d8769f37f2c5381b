"""Where `check` puts its report, and the sentence when it cannot."""

from __future__ import annotations

from pathlib import Path

from grader.cli import words
from grader.cli.session import Session
from grader.cli.terminal import error_console, styled
from grader.model.problem import BadInput
from grader.model.result import SubmissionResult
from grader.model.visible import visible


def ready_folder(folder: Path) -> Path:
    """Make the folder before anything is graded: to fail after a minute's work would be unkind."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_written(folder, error) from error
    return folder


def save_report(result: SubmissionResult, folder: Path, session: Session) -> None:
    """Write the report and say where it is, on standard error."""
    from grader.report.write import write_report

    try:
        write_report(result, folder, session.language)
    except OSError as error:
        raise _not_written(folder, error) from error
    place = visible(str(folder / "index.html"), 1000)
    line = styled(session.say(words.report_written(place)), limit=1200)
    error_console().print(line, soft_wrap=True)


def _not_written(folder: Path, error: OSError) -> BadInput:
    reason = error.strerror or type(error).__name__
    return BadInput(words.report_not_written(visible(str(folder)), reason))
