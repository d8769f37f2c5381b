"""Says in words how often a rule was broken, and how much a verdict covers."""

from __future__ import annotations

from grader.model.base import Text
from grader.model.result import Certainty, CheckResult
from grader.report.words import say


def say_how_often(check: CheckResult) -> Text | None:
    """Return "in 37 of 500 schedules", in words that fit the kind of rule; None if not judged."""
    looked = check.schedules
    if check.verdict not in ("passed", "failed") or looked.looked_at <= 0:
        return None
    values = {"looked_at": looked.looked_at, "broken_in": looked.broken_in}
    failed = check.verdict == "failed"
    if looked.over == "some":
        return say("broken_some" if failed else "held_some", **values)
    if looked.looked_at == 1:
        return say("broken_one" if failed else "held_one")
    if failed and looked.broken_in == looked.looked_at:
        sentence = say("broken_always", **values)
    else:
        sentence = say("broken_all" if failed else "held_all", **values)
    if looked.over == "all":
        return sentence
    respected = say("respected")
    return Text(zh=sentence.zh + respected.zh, en=sentence.en + respected.en)


def say_certainty(certainty: Certainty) -> Text:
    """Return the suite's own sentence; where it has none, one made from the figures."""
    if certainty.text.zh.strip() and certainty.text.en.strip():
        return certainty.text
    if certainty.kind == "all_orders":
        return say("sure_all")
    if certainty.kind == "bounded_switches":
        return say("sure_bounded", switches=certainty.switches or 0)
    return say(
        "sure_sampled",
        schedules=certainty.schedules,
        behaviours=certainty.behaviours,
        last=certainty.none_new_in_last,
    )
