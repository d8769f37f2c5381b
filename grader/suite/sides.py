"""Who the producer is and who the consumer: read from what was handed over, never from the words.

Handovers between the same two functions belong together. Two functions of which one gives values
and prints them, and the other has them afterwards and prints them too, are the two sides; whoever
hands to the same consumers, or takes from the same producers, stands beside them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grader.evidence.coroutines import PLAIN, Coroutines, Handover
from grader.evidence.facts import Line
from grader.evidence.schedule import Schedule
from grader.suite.handed import UNKNOWN, Edge, Label, edges_of, label_of
from grader.suite.item_lines import ITEMS, Handed, Said, texts_of
from grader.suite.tokens import pattern_of, same, shared_words, split

MOST_LINES, MOST_HANDED = 300, 500
NEITHER = -1
Key = tuple[Label, Label]
"""(what gives, what takes)"""


@dataclass(frozen=True)
class Cast:
    """Two sides, what went from one to the other, and what each of them printed."""

    givers: frozenset[int]
    takers: frozenset[int]
    edges: tuple[Edge, ...]
    untaken: tuple[Edge, ...]
    """what the producers put into a queue and nobody took out"""
    made: list[Said]
    used: list[Said]

    def given(self) -> Handed:
        """What each producer gave, in its order; under `NEITHER` what nobody knows the giver of."""
        edges = (*self.edges, *self.untaken)
        return _by_instance(edges, lambda e: e.giver or (NEITHER,), lambda h: (h.given, h.at))

    def taken(self) -> Handed:
        """What each consumer took, in its order."""
        return _by_instance(self.edges, lambda e: e.taker, lambda h: (h.at, h.given))


class Sides:
    """The handovers and lines of one schedule, and which two sides they can be read as."""

    def __init__(self, schedule: Schedule) -> None:
        self.facts: Coroutines = schedule.coroutines
        self.lines = [line for line in schedule.lines if line.stream == 1][:MOST_LINES]
        self.stacks = {line.at: self.facts.stack_at(line.at) for line in self.lines}
        self.groups: dict[Key, list[Edge]] = defaultdict(list)
        self.untaken = [
            Edge(put, tuple(n for n in put.giver if n != PLAIN) or (PLAIN,), ())
            for put in self.facts.untaken if put.parts
        ]
        plain_prints = (PLAIN,) in self.stacks.values()
        for edge in edges_of(self.facts, plain_prints, self._words()):
            self.groups[self._key(edge)].append(edge)
        self.split: dict[int, tuple[str, tuple[str, ...]]] = {}

    def _words(self) -> tuple[str, ...]:
        """What objects of the program's own classes may be called in its lines."""
        by_code: dict[tuple[Label, ...], list[str]] = defaultdict(list)
        for line in self.lines:
            stack = self.stacks[line.at]
            by_code[tuple(label_of(self.facts, n) for n in stack)].append(line.text)
        return shared_words(by_code.values())

    def candidates(self) -> list[Key]:
        """The likeliest pairs of producer and consumer first. A call's argument is a handover only
        where there is no other: most arguments are none."""
        self._look_for([edge for edges in self.groups.values() for edge in edges])
        ranked = []
        for key, edges in self.groups.items():
            supported = self._supported(edges)
            ranked.append((min(supported, ITEMS), not _are_arguments(edges), supported, key))
        strong = [row for row in ranked if row[1]]
        if any(row[0] for row in strong):
            ranked = strong
        return [row[3] for row in sorted(ranked, key=lambda row: row[:3], reverse=True)]

    def cast(self, first: Key, alone: bool) -> Cast:
        """The two sides around one pair, with all that stand beside them unless they are `alone`."""
        self._look_for([edge for edges in self.groups.values() for edge in edges])
        chosen = [first] if alone else self._grow(first)
        edges = sorted((e for key in chosen for e in _items(self.groups[key])),
                       key=lambda e: e.handover.at)
        labels = {key[0] for key in chosen}, {key[1] for key in chosen}
        untaken = [
            edge for edge in self.untaken
            if {label_of(self.facts, n) for n in edge.giver} & (labels[0] - labels[1])
        ]
        self._look_for([*edges, *untaken])
        givers = {n for edge in edges for n in edge.giver}
        takers = {n for edge in edges for n in edge.taker}
        both = givers & takers
        givers, takers = givers - both or givers, takers - both or takers
        for number in self.facts.known:  # one of which nothing was ever taken is a producer too
            label = label_of(self.facts, number)
            if label in labels[0] and label not in labels[1] and number not in takers:
                givers.add(number)
            elif label in labels[1] and label not in labels[0] and number not in givers:
                takers.add(number)
        is_unknown = any(not edge.giver for edge in edges)
        made, used = [], []
        for line in self.lines:
            owner = self._owner(line, givers, takers)
            if owner in takers:
                used.append(self._said(line, owner, takers))
            elif owner in givers or (is_unknown and owner == NEITHER):
                made.append(self._said(line, owner, givers))
        return Cast(
            frozenset(givers), frozenset(takers), tuple(edges), tuple(untaken), made, used
        )

    def _grow(self, first: Key) -> list[Key]:
        givers, takers = {first[0]}, {first[1]}
        chosen = [first]
        grown = True
        while grown:
            grown = False
            for key, edges in self.groups.items():
                giver, taker = key
                if key in chosen or giver in takers or taker in givers or _are_arguments(edges):
                    continue
                is_inside = giver in givers and taker in takers
                is_beside = giver in givers or taker in takers
                members = {label_of(self.facts, n) for edge in edges for n in edge.via[-1:]}
                is_passed_on = bool(members & (givers | takers))
                if is_inside or (is_beside and not is_passed_on and self._supported(edges)):
                    chosen.append(key)
                    givers.add(giver)
                    takers.add(taker)
                    grown = True
        return chosen

    def _look_for(self, edges: list[Edge]) -> None:
        """From here on the possible items in a line are what `edges` handed over."""
        pattern = pattern_of(text for edge in edges for text in texts_of(edge.handover))
        self.split = {line.at: split(line.text, pattern) for line in self.lines}

    def _key(self, edge: Edge) -> Key:
        giver = label_of(self.facts, edge.giver[-1]) if edge.giver else UNKNOWN
        taker = label_of(self.facts, edge.taker[-1])
        if giver == taker:  # both sides run the same function, in different roles
            return (*giver, edge.giver[-1]), (*taker, edge.taker[-1])
        return giver, taker

    def _supported(self, edges: list[Edge]) -> int:
        """How many of these values both sides print, the taker after it had them."""
        count = 0
        for edge in edges[:MOST_HANDED]:
            by_giver = by_taker = False
            for line in self.lines:
                if not self._shows(line, edge.handover):
                    continue
                owner = self._owner(line, set(edge.giver), set(edge.taker))
                if owner in edge.taker:
                    by_taker = by_taker or line.at > edge.handover.at
                else:
                    by_giver = by_giver or owner in edge.giver or not edge.giver
            count += by_giver and by_taker
        return count

    def _shows(self, line: Line, handover: Handover) -> bool:
        return any(
            same(token, text) for token in self.split[line.at][1] for text in texts_of(handover)
        )

    def _owner(self, line: Line, givers: set[int], takers: set[int]) -> int:
        """The innermost coroutine of either side that printed `line`. Plain code owns only what no
        coroutine printed."""
        stack = self.stacks[line.at]
        for number in stack:
            if number in givers or number in takers:
                return number if number != PLAIN or stack == (PLAIN,) else NEITHER
        return NEITHER

    def _said(self, line: Line, owner: int, side: set[int]) -> Said:
        inside = [number for number in self.stacks[line.at] if number in side]
        form, tokens = self.split[line.at]
        whole = f"{form} {len(tokens)}"  # a # in the line itself is no item
        return Said(
            line, owner, inside[-1] if inside else owner, (label_of(self.facts, owner), whole), tokens
        )


def _are_arguments(edges: list[Edge]) -> bool:
    return all(edge.handover.how == "argument" for edge in edges)


def _items(edges: list[Edge]) -> list[Edge]:
    """Without arguments of calls, where anything else was handed over too."""
    return edges if _are_arguments(edges) else [e for e in edges if e.handover.how != "argument"]


def _by_instance(
    edges: Sequence[Edge], side: Callable[[Edge], Sequence[int]],
    order: Callable[[Handover], tuple[int, int]],
) -> Handed:
    found: Handed = defaultdict(list)
    for edge in edges:
        for number in side(edge):
            found[number].append(edge.handover)
    return {n: sorted(handed, key=order)[:MOST_HANDED] for n, handed in found.items()}
