"""The story of a producer and a consumer in one schedule: who is which, which line tells of which
item. Read from what was handed over, never from the words.

A coroutine that gives values and prints them, and one that has them afterwards and prints them too,
are the two sides. A line's *form* is the line with all possible items taken out, a *slot* says which
of them is the item: so "producer 1 made 3 (2 in stock)" is understood by the numbers that change as
the handed values do. Where one form covers less than several do ("1 apple", "2 apples"), the story
is told a second time with all of those, and the better of the two counts: a right program is right
in one of them, and a wrong one in none.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from grader.evidence.coroutines import PLAIN, Coroutines, Handover, Stack
from grader.evidence.schedule import Line, Schedule
from grader.suite.handed import Edge, Label, edges_of, label_of
from grader.suite.tokens import pattern_of, same, split

MOST_LINES, MOST_HANDED = 300, 500
ITEMS = 3


@dataclass(frozen=True)
class Said:
    """A line of one side: by which coroutine of that side, and which possible items it shows."""

    line: Line
    owner: int
    group: int
    form: tuple[Label, str]
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


@dataclass
class Story:
    """Both sides, their lines about items, and which belongs to which."""

    givers: set[int]
    takers: set[int]
    made: list[Shown] = field(default_factory=list)
    used: list[Shown] = field(default_factory=list)
    pairs: list[tuple[Shown, Shown]] = field(default_factory=list)
    how: set[str] = field(default_factory=set)

    @property
    def lost(self) -> list[Shown]:
        """Items that were made and never consumed."""
        paired = {id(made) for made, _ in self.pairs}
        return [made for made in self.made if id(made) not in paired]

    @property
    def unmade(self) -> list[Shown]:
        """Lines of the consumer for which there is no item (left) that was made."""
        paired = {id(used) for _, used in self.pairs}
        return [used for used in self.used if id(used) not in paired]

    @property
    def early(self) -> list[Shown]:
        """Lines of the consumer that stand before the handover."""
        return [used for used in self.used if used.is_early]

    @property
    def has_two_kinds_of_line(self) -> bool:
        """Do the lines of the two sides differ?"""
        return any(made.form != used.form for made, used in self.pairs) or not self.pairs

    def out_of_order(self) -> tuple[Shown, Shown] | None:
        """Two items of one producer that one consumer took the wrong way round."""
        index = {id(made): i for i, made in enumerate(self.made)}
        last: dict[tuple[int, int], tuple[int, Shown]] = {}
        for made, used in sorted(self.pairs, key=lambda pair: pair[1].line.at):
            key = (made.owner, used.owner)
            before = last.get(key)
            if before is not None and before[0] > index[id(made)]:
                return before[1], used
            last[key] = (index[id(made)], used)
        return None

    def taken_out_of_order(self) -> tuple[Handover, Handover] | None:
        """Two items of one producer that left its queue the wrong way round, whoever took them."""
        exact = [u.handover for _, u in self.pairs if u.handover and u.handover.how == "queue"]
        last: dict[Stack, Handover] = {}
        for handover in sorted(exact, key=lambda h: h.at):
            before = last.get(handover.giver)
            if before is not None and before.given > handover.given:
                return before, handover
            last[handover.giver] = handover
        return None

    def problems(self) -> int:
        """How much is wrong with it."""
        return (
            len(self.lost) + len(self.unmade) + len(self.early)
            + (self.out_of_order() is not None) + 10 * max(0, ITEMS - len(self.pairs))
            + 3 * (not self.has_two_kinds_of_line)
        )


def story_of(schedule: Schedule) -> Story | None:
    """The story that fits best; None where nothing went from one side to another."""
    for known, story in _recent:
        if known is schedule:
            return story
    found = _Reader(schedule).read()
    _recent.append((schedule, found))
    return found


_recent: deque[tuple[Schedule, Story | None]] = deque(maxlen=600)
"""several checks ask for the same one"""


class _Reader:
    def __init__(self, schedule: Schedule) -> None:
        self.facts: Coroutines = schedule.coroutines
        self.lines = [line for line in schedule.lines if line.stream == 1][:MOST_LINES]
        self.stacks = {line.at: self.facts.stack_at(line.at) for line in self.lines}
        self.edges = edges_of(self.facts, (PLAIN,) in self.stacks.values())
        self.split: dict[int, tuple[str, tuple[str, ...]]] = {}
        self._look_for(self.edges)

    def read(self) -> Story | None:
        groups: dict[tuple[Label, Label], list[Edge]] = defaultdict(list)
        for edge in self.edges:
            groups[self._key(edge)].append(edge)
        ranked = []
        for key, edges in groups.items():
            supported = self._supported(edges)
            is_argument = all(edge.handover.how == "argument" for edge in edges)
            ranked.append((not is_argument, min(supported, ITEMS), supported, key))
        strong = [r for r in ranked if r[0]]
        candidates = strong if any(r[1] for r in strong) else ranked
        candidates.sort(key=lambda r: (r[1], r[0], r[2]), reverse=True)
        stories = [
            story for _, _, _, key in candidates[:3] for story in self._stories(key, groups)
        ]
        return min(stories, key=Story.problems, default=None)

    def _look_for(self, edges: list[Edge]) -> None:
        """From here on the possible items in a line are what `edges` handed over."""
        pattern = pattern_of(
            part for edge in edges for part in (*edge.handover.parts, edge.handover.whole)
        )
        self.split = {line.at: split(line.text, pattern) for line in self.lines}

    # -- sides -------------------------------------------------------------------------------

    def _key(self, edge: Edge) -> tuple[Label, Label]:
        giver = label_of(self.facts, edge.giver[-1]) if edge.giver else ("unknown",)
        taker = label_of(self.facts, edge.taker[-1])
        if giver == taker:  # both sides run the same function, in different roles
            return (*giver, edge.giver[-1]), (*taker, edge.taker[-1])
        return giver, taker

    def _supported(self, edges: list[Edge]) -> int:
        """How many of these values both sides print, the taker after it had them."""
        count = 0
        for edge in edges[:MOST_HANDED]:
            shows = [line for line in self.lines if self._shows(line, edge.handover)]
            if not shows:
                continue
            owners = [(self._owner(line, set(edge.giver), set(edge.taker)), line) for line in shows]
            by_taker = any(o in edge.taker and li.at > edge.handover.at for o, li in owners)
            by_giver = any(o in edge.giver for o, _ in owners) or (
                not edge.giver and any(o not in edge.taker for o, _ in owners)
            )
            count += by_taker and by_giver
        return count

    def _shows(self, line: Line, handover: Handover) -> bool:
        return any(
            same(token, part) for token in self.split[line.at][1]
            for part in _texts(handover)
        )

    def _owner(self, line: Line, givers: set[int], takers: set[int]) -> int:
        """The innermost coroutine of either side that printed `line`; -1 for neither. Plain code
        owns only what no coroutine printed."""
        stack = self.stacks[line.at]
        for number in stack:
            if number in givers or number in takers:
                return number if number != PLAIN or stack == (PLAIN,) else -1
        return -1

    def _stories(
        self, first: tuple[Label, Label], groups: dict[tuple[Label, Label], list[Edge]]
    ) -> list[Story]:
        """The two sides around one edge, with all that stand beside them."""
        self._look_for(self.edges)
        givers, takers = {first[0]}, {first[1]}
        chosen = {first}
        grown = True
        while grown:
            grown = False
            for key in groups:
                if all(edge.handover.how == "argument" for edge in groups[key]):
                    continue
                joins = (key[0] in givers) != (key[1] in takers)
                crosses = key[0] in takers or key[1] in givers
                if key not in chosen and (joins or (key[0] in givers and key[1] in takers)) and (
                    not crosses and (not joins or self._supported(groups[key]))
                ):
                    chosen.add(key)
                    givers.add(key[0])
                    takers.add(key[1])
                    grown = True
        edges = [edge for key in groups if key in chosen for edge in groups[key]]
        edges.sort(key=lambda edge: edge.handover.at)
        self._look_for(edges)
        stories = [self._tell(edges, several) for several in (False, True)]
        return [story for story in stories if story is not None]

    # -- lines -------------------------------------------------------------------------------

    def _tell(self, edges: list[Edge], several: bool) -> Story | None:
        givers = {n for edge in edges for n in edge.giver}
        takers = {n for edge in edges for n in edge.taker}
        both = givers & takers
        givers, takers = givers - both or givers, takers - both or takers
        unknown = any(not edge.giver for edge in edges)
        made, used = [], []
        for line in self.lines:
            owner = self._owner(line, givers, takers)
            if owner in takers:
                used.append(self._said(line, owner, takers))
            elif owner in givers or (unknown and owner == -1):
                made.append(self._said(line, owner, givers))
        story = Story(givers, takers, how={edge.handover.how for edge in edges})
        by_giver = _by_instance(edges, lambda edge: edge.giver or (-1,), lambda h: (h.given, h.at))
        by_taker = _by_instance(edges, lambda edge: edge.taker, lambda h: (h.at, h.given))
        for shown in _forms(made, by_giver, several, False):
            story.made = shown
            for taken in _forms(used, by_taker, several, True):
                story.used = taken
                if any(a.form != b.form for a in shown for b in taken):
                    break
            else:
                continue
            break
        _pair(story)
        return story

    def _said(self, line: Line, owner: int, side: set[int]) -> Said:
        inside = [n for n in self.stacks[line.at] if n in side]
        form, tokens = self.split[line.at]
        return Said(line, owner, inside[-1] if inside else owner,
                    (label_of(self.facts, owner), form), tokens)


def _texts(handover: Handover) -> tuple[str, ...]:
    return (*handover.parts, handover.whole) if handover.whole else handover.parts


def _by_instance(
    edges: list[Edge], side: Callable[[Edge], Sequence[int]],
    order: Callable[[Handover], tuple[int, int]],
) -> dict[int, list[Handover]]:
    found: dict[int, list[Handover]] = defaultdict(list)
    for edge in edges:
        for number in side(edge):
            found[number].append(edge.handover)
    return {n: sorted(handed, key=order)[:MOST_HANDED] for n, handed in found.items()}


def _forms(
    said: list[Said], handed: dict[int, list[Handover]], several: bool, after: bool
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
        for group, lines in groups.items():
            forms = ranked[group]
            if not forms:
                continue
            if several:
                slots = _several(lines, forms, handed, after)
            else:
                _, form, slot = forms[min(choice, len(forms) - 1)]
                slots = {form: slot}
            chosen = [one for one in lines if one.form in slots]
            shown += _shown(chosen, slots, handed, after)
        shown.sort(key=lambda one: one.line.at)
        ways.append(shown)
    best = max((sum(s.handover is not None for s in way) for way in ways), default=0)
    return [way for way in ways if sum(s.handover is not None for s in way) == best]


def _several(
    lines: list[Said], forms: list[tuple[int, tuple[Label, str], int]],
    handed: dict[int, list[Handover]], after: bool,
) -> dict[tuple[Label, str], int]:
    """The best form, and every other one with which more handovers have a line."""
    slots: dict[tuple[Label, str], int] = {}
    most = 0
    for _, form, slot in forms[:12]:
        wider = {**slots, form: slot}
        shown = _shown([one for one in lines if one.form in wider], wider, handed, after)
        score = sum(s.handover is not None and not s.is_early for s in shown)
        if score > most:
            slots, most = wider, score
    return slots


def _agree(
    ranked: dict[int, list[tuple[int, tuple[Label, str], int]]], groups: dict[int, list[Said]]
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
    lines: list[Said], handed: dict[int, list[Handover]], after: bool
) -> list[tuple[int, tuple[Label, str], int]]:
    """(how many handovers its lines follow, form, slot) for each form, best first."""
    by_form: dict[tuple[Label, str], list[Said]] = defaultdict(list)
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
    lines: list[Said], slots: dict[tuple[Label, str], int], handed: dict[int, list[Handover]],
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
                              and any(same(key, part) for part in _texts(h))), None)
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
        [(not after or h.at < lines[i].line.at) and any(same(keys[i], p) for p in _texts(h))
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


def _pair(story: Story) -> None:
    """Each line of the consumer with the first line of a producer about the same item."""
    left = list(story.made)
    for used in sorted(story.used, key=lambda one: one.line.at):
        giver = set(used.handover.giver) if used.handover else set()
        fitting = [made for made in left if _is_same_item(made, used)]
        own = [made for made in fitting if made.owner in giver]
        if fitting and used.handover is not None:
            best = (own or fitting)[0]
            left.remove(best)
            story.pairs.append((best, used))


def _is_same_item(made: Shown, used: Shown) -> bool:
    if made.key == used.key or same(made.key, used.key) or same(used.key, made.key):
        return True
    handover = used.handover
    return handover is not None and any(same(made.key, part) for part in _texts(handover))
