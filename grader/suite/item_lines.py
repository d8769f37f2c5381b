"""Which of a side's lines are about items: by their form, and by the slot in it where the item stands.

A line's *form* is the line with all possible items taken out; a *slot* says which of them is the
item. So "producer 1 made 3 (2 in stock)" is understood by the number that changes as the handed
values do: the slot whose values follow the handovers best, in order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from grader.evidence.coroutines import Handover
from grader.evidence.facts import Line
from grader.suite.handed import Label
from grader.suite.tokens import same

ITEMS = 3
Form = tuple[Label, str]
Handed = dict[int, list[Handover]]
"""coroutine → what it gave or took, in order"""


@dataclass(frozen=True)
class Said:
    """A line of one side: by which coroutine of that side, and which possible items it shows."""

    line: Line
    owner: int
    group: int
    form: Form
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A line that tells of an item. `early`: the item had not been handed over by then."""

    line: Line
    owner: int
    key: str
    form: str
    handover: Handover | None
    is_early: bool = False


def texts_of(handover: Handover) -> tuple[str, ...]:
    """All texts that can stand for what was handed over."""
    return (*handover.parts, handover.whole) if handover.whole else handover.parts


def find_item_lines(
    said: list[Said], handed: Handed, several: bool, after: bool
) -> list[list[Shown]]:
    """Ways to see these lines as lines about items, best first: each with one form of line for each
    coroutine of the side, or with several."""
    groups: dict[int, list[Said]] = defaultdict(list)
    for one in said:
        groups[one.group].append(one)
    ways: list[list[Shown]] = []
    ranked = {group: _ranked_forms(lines, handed, after) for group, lines in groups.items()}
    _agree(ranked, groups)
    for choice in range(1 if several else 3):
        shown: list[Shown] = []
        left: list[Said] = []
        known: dict[Form, int] = {}
        for group, lines in groups.items():
            forms = ranked[group]
            if not forms:
                left += lines
                continue
            if several:
                slots = _several(lines, forms, handed, after)
            else:
                _, form, slot = forms[min(choice, len(forms) - 1)]
                slots = {form: slot}
            chosen = [one for one in lines if one.form in slots]
            known |= slots
            shown += _shown(chosen, slots, handed, after)
        # Whoever handed over nothing at all may have lines like those of the others.
        shown += _shown([one for one in left if one.form in known], known, handed, after)
        shown.sort(key=lambda one: one.line.at)
        ways.append(shown)
    best = max((sum(s.handover is not None for s in way) for way in ways), default=0)
    return [way for way in ways if 2 * sum(s.handover is not None for s in way) >= best]


def _several(
    lines: list[Said], forms: list[tuple[int, Form, int]],
    handed: Handed, after: bool,
) -> dict[Form, int]:
    """The best form, and every other one with which more handovers have a line."""
    slots: dict[Form, int] = {}
    most = 0
    for _, form, slot in forms[:12]:
        wider = {**slots, form: slot}
        shown = _shown([one for one in lines if one.form in wider], wider, handed, after)
        score = sum(s.handover is not None and not s.is_early for s in shown)
        if score > most:
            slots, most = wider, score
    return slots


def _agree(
    ranked: dict[int, list[tuple[int, Form, int]]], groups: dict[int, list[Said]]
) -> None:
    """Coroutines that print too little to tell which line is the item's follow the majority."""
    votes = Counter(form for forms in ranked.values() for _, form, _ in forms)
    first = {form: i for i, form in enumerate(
        dict.fromkeys(one.form for lines in groups.values() for one in lines))}
    for group, forms in ranked.items():
        if forms and forms[0][0] < ITEMS:
            ranked[group] = sorted(
                forms, key=lambda row: (-row[0], -votes[row[1]], first[row[1]])
            )


def _ranked_forms(
    lines: list[Said], handed: Handed, after: bool
) -> list[tuple[int, Form, int]]:
    """(how many handovers its lines follow, form, slot) for each form, best first."""
    by_form: dict[Form, list[Said]] = defaultdict(list)
    for one in lines:
        by_form[one.form].append(one)
    found = []
    for form, same_form in by_form.items():
        best = (0, 0)
        for slot in range(min((len(one.tokens) for one in same_form), default=0)):
            shown = _shown(same_form, {form: slot}, handed, after)
            score = sum(s.handover is not None and not s.is_early for s in shown) * 2
            score += sum(s.is_early for s in shown)
            best = max(best, (score, -slot))
        if best[0]:
            found.append((best[0], form, -best[1]))
    return sorted(found, key=lambda row: -row[0])


def _shown(
    lines: list[Said], slots: dict[Form, int], handed: Handed,
    after: bool,
) -> list[Shown]:
    by_owner: dict[int, list[Said]] = defaultdict(list)
    for one in lines:
        by_owner[one.owner].append(one)
    shown = []
    for owner, own in by_owner.items():
        keys = [one.tokens[slots[one.form]] for one in own]
        values = handed.get(owner, [])
        found = align(own, keys, values, after)
        taken = {id(h) for h in found if h is not None}
        for one, key, handover in zip(own, keys, found, strict=True):
            early = None
            if handover is None and after:
                early = next((h for h in values if id(h) not in taken and h.at > one.line.at
                              and any(same(key, part) for part in texts_of(h))), None)
                if early is not None:
                    taken.add(id(early))
            shown.append(Shown(one.line, owner, key, one.form[1], handover or early,
                               early is not None))
    return shown


def align(
    lines: list[Said], keys: list[str], handed: list[Handover], after: bool
) -> list[Handover | None]:
    """For each line the handover it tells of: as many as possible, in order (the longest common
    subsequence of what the lines show and what was handed over). `after`: none before it was."""
    rows, columns = len(lines), len(handed)
    if not columns:
        return [None] * rows
    fits = [
        [(not after or h.at < lines[i].line.at) and any(same(keys[i], p) for p in texts_of(h))
         for h in handed] for i in range(rows)
    ]
    length = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            length[i][j] = max(length[i + 1][j], length[i][j + 1],
                               length[i + 1][j + 1] + 1 if fits[i][j] else 0)
    found: list[Handover | None] = [None] * rows
    i = j = 0
    while i < rows and j < columns:
        if fits[i][j] and length[i][j] == length[i + 1][j + 1] + 1:
            found[i] = handed[j]
            i, j = i + 1, j + 1
        elif length[i + 1][j] >= length[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
