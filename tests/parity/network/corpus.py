"""`python -m tests.parity.network.corpus [PATTERN] [--scale 0.3]`: the corpora of servers on real
loopback, judged by the suites' own rules about what clients heard.

A right program must keep every rule there that its label does not say it lacks; a program that lacks
one, or breaks one that a client can notice, is shown with what the client noticed.
"""

from __future__ import annotations

import argparse
import fnmatch
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from grader.evidence.clients import Client, Deed
from grader.evidence.facts import SECOND
from grader.evidence.raw import RawSchedule
from grader.evidence.schedule import Schedule
from grader.runtime.world.clients import load
from grader.suite.streams import require_every_byte, require_nothing_lost
from grader.suite.visitors import named, require_own_words, require_served
from grader.suite.vocabulary import Violation
from tests.corpus.labels import Labelled, read_corpus
from tests.parity.network.loopback import Played, play

ASSIGNMENTS = Path(__file__).parents[3] / "assignments"


def _guests(schedule: Schedule) -> None:
    require_own_words(named(schedule, "guest"))
    require_served(schedule, named(schedule, "guest"))


def _witnesses(schedule: Schedule) -> None:
    require_served(schedule, named(schedule, "witness", "latecomer", "leaves between"))


def _late(schedule: Schedule) -> None:
    _witnesses(schedule)
    require_nothing_lost(schedule, named(schedule, "late reader"))


RULES: dict[str, tuple[str, Callable[[Schedule], None]]] = {
    "polite": ("answers", _guests), "together": ("several_at_once", _guests),
    "crowd": ("crowd", _guests), "leavers": ("outlives_leavers", _witnesses),
    "slow": ("never_blocks_the_loop", _guests),
    "stream": ("stream", lambda s: require_every_byte(s, s.clients)),
    "resets": ("survives_resets", _witnesses), "junk": ("survives_resets", _witnesses),
    "late": ("never_stuck", _late), "greedy": ("never_stuck", _witnesses),
}
"""scenario → the check whose part a client can notice, and that part. Floods and idle hours are left
to the model: they take minutes here."""


def schedule_of(scenario: str, played: Played) -> Schedule:
    """What happened on loopback in the form that suites read: clients, and nothing of the server."""
    names = dict.fromkeys(step.client for step in played.steps)
    clients = []
    for thread, name in enumerate(names):
        deeds = tuple(
            Deed(
                step.ask.kind, position, round(step.time * SECOND), step.ask.data, step.ask.count,
                at=position, time=round(step.time * SECOND), outcome=step.answer.outcome,
                received=step.answer.data, sent=step.answer.count,
            )
            for position, step in enumerate(played.steps) if step.client == name
        )
        clients.append(Client(thread, name, deeds))
    raw = RawSchedule(
        kind="schedule", number=1, strategy="loopback", scenario=scenario, respected=True, seed=0,
        patience=0, deviations=[], stop="served", detail="", status=0, wait_status=None, log=[],
        spins=[], polls=[], waiting=[], clock=0, steps=0, raw="", contradictions=[],
    )
    return Schedule(raw, (), {}, {}, {}, {}, clients=tuple(clients))


def broken_on_loopback(program: Labelled, scale: float) -> dict[str, str]:
    """The checks that a client on loopback saw broken, each with what it saw."""
    source = (ASSIGNMENTS / program.task / "clients.py").read_text("utf-8")
    found: dict[str, str] = {}
    for scenario in load(source):
        if scenario.name not in RULES:
            continue
        check, rule = RULES[scenario.name]
        with tempfile.TemporaryDirectory(prefix="loopback-") as folder:
            script = Path(folder, f"{program.task}.py")
            script.write_bytes(program.path.read_bytes())
            try:
                rule(schedule_of(scenario.name, play(scenario.plan(), script, scale)))
            except (Violation, TimeoutError) as problem:
                found.setdefault(check, str(problem))
    return found


def main() -> int:
    """Play all of them; 1 where a right program failed."""
    options = argparse.ArgumentParser(prog="tests.parity.network.corpus", description=__doc__)
    options.add_argument("pattern", nargs="?", default="*")
    options.add_argument("--scale", type=float, default=0.3)
    asked = options.parse_args()
    off = 0
    programs = [p for t in ("09", "10", "11") for p in read_corpus(f"task{t}")]
    for program in programs:
        if not fnmatch.fnmatch(program.name, asked.pattern):
            continue
        broken = broken_on_loopback(program, asked.scale)
        wrong = program.passes and not set(broken) <= program.lacks
        off += wrong
        said = "; ".join(f"{check}: {what}" for check, what in broken.items())
        print("✗" if wrong else "✓", program.name, said, flush=True)
    return 1 if off else 0


if __name__ == "__main__":
    sys.exit(main())
