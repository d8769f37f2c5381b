"""What every command knows: the language to speak, and whether to show tracebacks."""

from __future__ import annotations

import locale
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click

from grader.model.base import Language, Text

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass
class Session:
    """Set by options as they are parsed, so that even a failure speaks the right language."""

    language: Language = field(default_factory=lambda: language_of(os.environ))
    shows_tracebacks: bool = False

    def say(self, message: Text) -> str:
        """Return a sentence in the user's language."""
        return message.in_language(self.language)


pass_session = click.make_pass_decorator(Session)


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language of the locale: LC_ALL, LC_MESSAGES, LANG, else the system's."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "zh" if environment[name].casefold().startswith("zh") else "en"
    system = (locale.getlocale()[0] or "").casefold()  # Windows: "Chinese (Simplified)_China"
    return "zh" if system.startswith(("zh", "chinese")) else "en"


def shared_options(command: _Command) -> _Command:
    """Give a command `--lang` and `--debug`."""
    with_language = click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        expose_value=False,
        callback=_set_language,
        is_eager=True,
        help="Language of messages and report (default: the locale's). 语言。",
    )
    with_debug = click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        callback=_set_debug,
        is_eager=True,
        help="Show tracebacks. 显示完整错误。",
    )
    return with_language(with_debug(command))


def assignments_option(command: _Command) -> _Command:
    """Give a command `--assignments`."""
    return click.option(
        "--assignments",
        type=click.Path(path_type=Path),
        help="Folder with the tasks (default: assignments/ here or above, else the built-in ones).",
    )(command)


def _set_language(context: click.Context, _: click.Parameter, value: Language | None) -> None:
    if value is not None:
        context.ensure_object(Session).language = value


def _set_debug(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        context.ensure_object(Session).shows_tracebacks = True
