"""The story of a producer and a consumer in one schedule: which line tells of which item.

Where one form of line covers fewer items than several do ("1 apple", "2 apples"), or where more than
one pair of coroutines could be meant, the story is told in each way, and the best of them counts: a
right program is right in one of them, and a wrong one in none.
"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field

from grader.evidence.coroutines import Handover, Stack
from grader.evidence.schedule import Schedule
from grader.suite.item_lines import ITEMS, Shown, find_item_lines, texts_of
from grader.suite.sides import Cast, Sides
from grader.suite.tokens import same

MOST_CANDIDATES = 3


@dataclass
class Story:
    """Both sides, their lines about items, and which belongs to which."""

    takers: frozenset[int] = frozenset()
    made: list[Shown] = field(default_factory=list)
    used: list[Shown] = field(default_factory=list)
    pairs: list[tuple[Shown, Shown]] = field(default_factory=list)

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
        pairs = self._clear_pairs() if len({made.owner for made in self.made}) > 1 else self.pairs
        last: dict[tuple[int, int], tuple[int, Shown]] = {}
        for made, used in sorted(pairs, key=lambda pair: pair[1].line.at):
            key = (made.owner, used.owner)
            before = last.get(key)
            if before is not None and before[0] > index[id(made)]:
                return before[1], used
            last[key] = (index[id(made)], used)
        return None

    def taken_out_of_order(self) -> tuple[Handover, Handover] | None:
        """Two items of one producer that left its queue the wrong way round, whoever took them."""
        exact = [used.handover for _, used in self._clear_pairs()
                 if used.handover and used.handover.how == "queue"]
        last: dict[Stack, Handover] = {}
        for handover in sorted(exact, key=lambda h: h.at):
            before = last.get(handover.giver)
            if before is not None and before.given > handover.given:
                return before, handover
            last[handover.giver] = handover
        return None

    def _clear_pairs(self) -> list[tuple[Shown, Shown]]:
        """Those of items that were made once only: which of two equal ones it was, no line tells."""
        times = Counter(made.key for made in self.made)
        return [pair for pair in self.pairs if times[pair[0].key] == 1]

    def problems(self) -> int:
        """How much is wrong with it."""
        return (
            len(self.lost) + len(self.unmade) + len(self.early)
            + (self.out_of_order() is not None) + 10 * max(0, ITEMS - len(self.pairs))
            + 3 * (not self.has_two_kinds_of_line)
        )


_recent: deque[tuple[Schedule, Story | None]] = deque(maxlen=600)
"""several checks ask for the same one"""


def story_of(schedule: Schedule) -> Story | None:
    """The story that fits best; None where nothing went from one side to another."""
    for known, story in _recent:
        if known is schedule:
            return story
    sides = Sides(schedule)
    found: Story | None = None
    for key in sides.candidates()[:MOST_CANDIDATES]:
        for alone in (False, True):
            cast = sides.cast(key, alone)
            for several in (False, True):
                story = _tell(cast, several)
                if found is None or story.problems() < found.problems():
                    found = story
                if not found.problems():
                    break
    _recent.append((schedule, found))
    return found


def _tell(cast: Cast, several: bool) -> Story:
    """`several`: each coroutine may have several forms of line about items."""
    stories = []
    for made in find_item_lines(cast.made, cast.given(), several, after=False):
        for used in find_item_lines(cast.used, cast.taken(), several, after=True):
            story = Story(cast.takers, made, used)
            _pair(story, cast)
            stories.append(story)
    return min(stories, key=Story.problems)


def _pair(story: Story, cast: Cast) -> None:
    """Each line of the consumer with the first line of a producer about the same item. A shared slot
    that is overwritten by an equal value looks as it did before, so there the producer's line will
    do: it stands before the consumer's, and no other line of the consumer has answered it."""
    left = list(story.made)
    shared = {text for edge in cast.edges if edge.handover.how == "shared"
              for text in texts_of(edge.handover)}
    for used in sorted(story.used, key=lambda one: one.line.at):
        fitting = [made for made in left if _is_same_item(made, used)]
        if used.handover is None:
            fitting = [made for made in fitting if made.line.at < used.line.at
                       and any(same(used.key, text) for text in shared)]
        giver = set(used.handover.giver) if used.handover else set()
        own = [made for made in fitting if made.owner in giver]
        if fitting:
            best = (own or fitting)[0]
            left.remove(best)
            story.pairs.append((best, used))


def _is_same_item(made: Shown, used: Shown) -> bool:
    if made.key == used.key or same(made.key, used.key) or same(used.key, made.key):
        return True
    handover = used.handover
    return handover is not None and any(same(made.key, part) for part in texts_of(handover))
