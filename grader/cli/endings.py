"""Every way a command can end, and its exit code. One place, so that scripts can rely on it."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable

import click

from grader.cli import words
from grader.cli.session import Session
from grader.cli.terminal import print_error
from grader.model.problem import BadInput
from grader.model.result import SubmissionResult
from grader.model.visible import visible

ALL_PASSED, SOMETHING_FAILED, BAD_INPUT, COULD_NOT_JUDGE, INTERRUPTED = 0, 1, 2, 3, 130


def code_of_result(result: SubmissionResult) -> int:
    """Return the exit code of a grade. A verdict that is our fault outweighs the student's."""
    verdicts = [task.verdict for task in result.tasks]
    verdicts += [check.verdict for task in result.tasks for check in task.checks]
    if "could_not_judge" in (result.verdict, *verdicts):
        return COULD_NOT_JUDGE
    has_passed = all(task.verdict == "passed" for task in result.tasks)
    return ALL_PASSED if has_passed and result.verdict == "passed" else SOMETHING_FAILED


def run_to_exit_code(session: Session, command: Callable[[], object]) -> int:
    """Run a command, say in one sentence why it ended early, return the exit code."""
    try:
        code = command()
        sys.stdout.flush()
    except BadInput as error:
        return _end(session, session.say(error.message), BAD_INPUT)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt) as error:
        if isinstance(error.__cause__, EOFError):  # click takes it for Ctrl-D at a prompt
            return _end_unexpected(session, error.__cause__)
        return _end(session, session.say(words.INTERRUPTED), INTERRUPTED)
    except BrokenPipeError:
        _silence_stdout()
        return SOMETHING_FAILED
    except Exception as error:
        return _end_unexpected(session, error)
    return code if isinstance(code, int) else ALL_PASSED


def _end_unexpected(session: Session, error: BaseException) -> int:
    reason = visible(f"{type(error).__name__}: {error}", 300)
    return _end(session, session.say(words.unexpected(reason)), COULD_NOT_JUDGE)


def _end(session: Session, sentence: str, code: int) -> int:
    if session.shows_tracebacks:
        traceback.print_exc()
    print_error(sentence)
    return code


def _silence_stdout() -> None:
    """Keep the interpreter from complaining about the closed pipe once more at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
