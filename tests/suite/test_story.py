"""Who produces, who consumes, and which line tells of which item: read from handovers, not words."""

from __future__ import annotations

from typing import Any

import pytest

from grader.evidence.schedule import Schedule
from grader.suite.story import Story, story_of
from grader.suite.tokens import pattern_of, same, shared_words, split
from tests.evidence.story import Story as Log

P, C = [1, 0], [2, 0]


class Script:
    """A schedule of two coroutines, 1 and 2, told step by step."""

    def __init__(self) -> None:
        self.log = Log()
        for number, name in ((1, "producer"), (2, "consumer")):
            self.note("coroutine", number, "coroutine", name, "task.py", number * 10)

    def note(self, *note: Any) -> None:
        """One note of the main thread."""
        self.log.log.append([self.log.clock, 0, "note", list(note)])

    def says(self, stack: list[int], text: str) -> Script:
        """A line that a coroutine prints."""
        self.note("on", stack)
        self.log.prints(0, text)
        return self

    def hands(self, item: str, giver: list[int] = P, taker: list[int] = C) -> Script:
        """An item that goes over at once."""
        self.note("handed", "sent", giver, taker, item, [item], False, 0)
        return self

    def schedule(self) -> Schedule:
        """The schedule so far, ended."""
        self.log.exits()
        return self.log.schedule()


def story(script: Script) -> Story:
    """Its story, which there must be."""
    found = story_of(script.schedule())
    assert found is not None
    return found


def pairs(found: Story) -> list[tuple[str, str]]:
    """The lines that belong together."""
    return [(made.line.text, used.line.text) for made, used in found.pairs]


def test_lines_belong_together_by_the_item_whatever_the_words() -> None:
    """Three items, no word that says "produce"."""
    script = Script()
    for item in ("4", "8", "15"):
        script.says(P, f"foo {item}").hands(item).says(C, f"bar {item}")
    found = story(script)
    assert pairs(found) == [("foo 4", "bar 4"), ("foo 8", "bar 8"), ("foo 15", "bar 15")]
    assert found.problems() == 0


def test_the_item_is_the_number_that_follows_the_handovers() -> None:
    """Other numbers in the line change too, or are items of another time."""
    script = Script()
    for i, item in enumerate(("3", "1", "2")):
        script.says(P, f"producer 1 made {item}, {i + 1} so far").hands(item)
        script.says(C, f"consumer 2 has {item} of 3")
    found = story(script)
    assert [made.key for made, _ in found.pairs] == ["3", "1", "2"]
    assert found.problems() == 0


def test_lost_repeated_and_swapped_items_are_told_apart() -> None:
    """Each by its own name."""
    lost = Script()
    for item in ("1", "2", "3", "4"):
        lost.says(P, f"p {item}")
        if item != "3":
            lost.hands(item).says(C, f"c {item}")
    assert [made.line.text for made in story(lost).lost] == ["p 3"]
    twice = Script()
    for item in ("1", "2", "3"):
        twice.says(P, f"p {item}").hands(item).says(C, f"c {item}").says(C, f"c {item}")
    assert len(story(twice).unmade) == 3
    swapped = Script()
    for item in ("1", "2", "3"):
        swapped.says(P, f"p {item}")
    for item in ("3", "2", "1"):
        swapped.hands(item).says(C, f"c {item}")
    assert story(swapped).problems() > 0


def test_a_line_before_the_handover_is_early() -> None:
    """Printed first, taken afterwards."""
    script = Script()
    for item in ("1", "2", "3"):
        script.says(P, f"p {item}").says(C, f"c {item}").hands(item)
    assert [used.line.text for used in story(script).early] == ["c 1", "c 2", "c 3"]


def test_what_goes_through_other_hands_still_comes_from_its_maker() -> None:
    """Plain code takes from one and gives to the other."""
    script = Script()
    for item in ("1", "2", "3"):
        script.says(P, f"p {item}").hands(item, P, [0]).hands(item, [0], C).says(C, f"c {item}")
    found = story(script)
    assert len(found.pairs) == 3
    assert found.problems() == 0


def test_nothing_handed_over_is_no_story() -> None:
    """Two that only print."""
    script = Script().says(P, "p 1").says(C, "c 1").says(P, "p 2").says(C, "c 2")
    assert story_of(script.schedule()) is None


def test_the_same_line_on_both_sides_is_seen() -> None:
    """Nobody can tell them apart."""
    script = Script()
    for item in ("1", "2", "3"):
        script.says(P, f"item {item}").hands(item).says(C, f"item {item}")
    assert not story(script).has_two_kinds_of_line


@pytest.mark.parametrize(
    ("token", "part", "is_same"),
    [
        ("7", "7", True), ("007", "7", True), ("7", "17", False), ("3.14", "3.14159", True),
        ("3.15", "3.14159", False), ("2", "2.5", False), ("5", "-5", True), ("3", "item-3", True),
        ("3", "item-13", False), ("apple", "apple", True), ("app", "apple", False),
        ("beta", "alpha\nbeta\n", True), ("1e5", "100000", True),
    ],
)
def test_when_a_token_is_a_value(token: str, part: str, is_same: bool) -> None:
    """Padded and rounded numbers count, parts of other numbers do not."""
    assert same(token, part) == is_same


def test_a_line_is_split_into_form_and_items() -> None:
    """Handed texts as whole words, longest first; and every number."""
    pattern = pattern_of(["a", "red apple", "apple", "7"])
    assert split("a cat ate red apple 12", pattern) == ("# cat ate # #", ("a", "red apple", "12"))


def test_words_that_change_on_both_sides_are_found() -> None:
    """Also where nothing separates them from what stands before."""
    found = shared_words([["生产了面包甲", "生产了面包乙"], ["吃掉面包甲!", "吃掉面包乙!"]])
    assert {"甲", "乙"} <= set(found)
    assert shared_words([["only here 1", "only here 2"]]) == ()
