"""Which values are data and which are end marks; in what forms a printed value is recognised."""

from __future__ import annotations

from typing import Any

import pytest

from grader.evidence.exchange import Value, exchange_of
from grader.suite.items import data_items, is_printed
from tests.evidence.story import Story

QUEUE = 1


def shown(value: Any) -> list[Any]:
    """A value as a program tells of it."""
    return [type(value).__name__, repr(value), [str(value)]]


class Exchanged(Story):
    """A main process that takes, and one child that puts."""

    def __init__(self) -> None:
        super().__init__()
        self.note(0, "resource", QUEUE, "pipe", 0, None, 0)
        self.note(0, "is_queue", QUEUE, "Queue", [], True)
        self.does(0, "FORK", result=1 << 16 | 1, line=9)
        self.does(0, "FORKED", argument=1, line=9)
        self.does(1, "BEGIN", line=9)

    def puts(self, *values: Any) -> None:
        """The child puts them, and its feeder sends them."""
        for value in values:
            self.note(1, "put", QUEUE, *shown(value), 0)
            self.note(1, "sent", QUEUE, 0, 5, "00", "bytes", "b''", [], 0)

    def takes(self, *values: Any, prints: bool = True) -> None:
        """The main process takes them, and prints each."""
        for value in values:
            self.note(0, "received", QUEUE, 0, 5, "00", "bytes", "b''", [], 0)
            self.note(0, "got", QUEUE, *shown(value), 0)
            if prints:
                self.prints(0, f"got {value}")

    def data(self) -> list[str]:
        """What counts as an item here."""
        return [item.value.shown for item in data_items(self.schedule())]


def test_none_at_the_end_is_an_end_mark() -> None:
    """Taken without a line, and put last."""
    story = Exchanged()
    story.puts(1, 2, 3, None)
    story.takes(1, 2, 3)
    story.takes(None, prints=False)
    assert story.data() == ["1", "2", "3"]


def test_a_last_item_that_nobody_takes_is_lost_and_no_end_mark() -> None:
    """It looks like the data."""
    story = Exchanged()
    story.puts(1, 2, 3)
    story.takes(1, 2)
    assert story.data() == ["1", "2", "3"]
    assert exchange_of(story.schedule()).items[2].taken_at is None


def test_a_word_after_numbers_may_stay_in_the_queue() -> None:
    """One end mark too many does no harm."""
    story = Exchanged()
    story.puts(1, 2, 3, "STOP", "STOP")
    story.takes(1, 2, 3)
    story.takes("STOP", prints=False)
    assert story.data() == ["1", "2", "3"]


def test_a_zero_that_is_taken_for_the_end_is_an_item() -> None:
    """Others follow it, so it is data, and it was not printed."""
    story = Exchanged()
    story.puts(0, 1, 2)
    story.takes(0, prints=False)
    assert story.data() == ["0", "1", "2"]
    schedule = story.schedule()
    assert not is_printed(schedule, data_items(schedule)[0])


def test_two_threads_that_put_at_once_are_told_apart_by_value() -> None:
    """The order of the calls need not be that of the pipe."""
    story = Exchanged()
    story.puts("a", "b")
    story.takes("b", "a")
    assert [i.taken_at is not None for i in exchange_of(story.schedule()).items] == [True, True]
    assert all(is_printed(story.schedule(), i) for i in data_items(story.schedule()))


@pytest.mark.parametrize(
    ("value", "line", "is_there"),
    [
        (1, "got item 1", True), (1, "got item 10", False), (-1, "x=-1", True),
        ("red", "Color: RED", True), ("red", "green", False), (3.14159, "about 3.14", True),
        (3.14159, "about 3.15", False), ("z" * 100, "received zzzzzzzz...", True), ("", "any", True),
        (2.5, "got 2.5 kg", True),
    ],
)
def test_the_forms_in_which_a_value_is_printed(value: Any, line: str, is_there: bool) -> None:
    """Whole numbers as such, decimals rounded, long texts by their beginning."""
    assert Value(type(value).__name__, repr(value), (str(value),)).is_in(line) is is_there
