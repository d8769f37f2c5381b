"""`grader doctor`: what this machine can do, and how to get what is missing."""

from __future__ import annotations

import click

from grader.cli import words
from grader.cli.session import Session, pass_session, shared_options
from grader.cli.terminal import new_table, output_console, styled


@click.command()
@shared_options
@pass_session
def doctor(session: Session) -> None:
    """Say what this machine can do, and how to get what is missing. 检查本机环境。"""
    from grader.sandbox.facts import collect_facts

    headings = (words.TOPIC, words.STATE, words.FOUND, words.REMEDY)
    table = new_table(*(session.say(heading) for heading in headings))
    for fact in collect_facts():
        glyph, colour, word = words.FACT_STATES[fact.status]
        table.add_row(
            styled(session.say(fact.topic)),
            styled(f"{glyph} {session.say(word)}", colour),
            styled(session.say(fact.sentence)),
            styled(session.say(fact.remedy) if fact.remedy else ""),
        )
    output_console().print(table)
