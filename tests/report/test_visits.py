"""A server's clients in virtual time: what is drawn, and what is said in words."""

from __future__ import annotations

from grader.model.result import Visits
from grader.report.budget import BUDGETS
from grader.report.timeline import TimeLine
from grader.report.visits import build_visits
from tests.report.traces import server_trace


def drawn(**changes: object) -> TimeLine:
    visits = server_trace().visits
    assert visits is not None
    return build_visits(Visits.model_validate(visits.model_dump() | changes), BUDGETS[0])


def test_waiting_is_painted_above_being_there() -> None:
    """Whoever waits is connected too; the later bar covers the earlier one."""
    guest = drawn().lanes[0]
    assert [bar.kind for bar in guest.bars] == ["there", "connecting", "waiting"]


def test_answers_and_what_came_to_nothing_are_marked_and_told() -> None:
    """One mark for each, and the same in both languages."""
    guest = drawn().lanes[0]
    assert len(guest.prints) == len(guest.failures) == 1
    said = "".join(piece.text for piece in guest.says.en)
    assert "waits for an answer 2 s to 9 s" in said
    assert "waited in vain at 9 s" in said


def test_columns_are_as_high_as_the_count() -> None:
    """The highest fills the room, one worker is still seen, none is not drawn."""
    one, many = drawn().counts
    assert (one.height, many.height) == (1, 44)


def test_workers_that_came_at_the_very_end_are_seen() -> None:
    """Some width is left behind the last moment."""
    (column,) = drawn(workers=((10 * 10**9, 7),)).counts
    assert float(column.width.rstrip("%")) > 1


def test_no_workers_take_no_room() -> None:
    """A server of one thread has no columns, and the note says so."""
    alone = drawn(workers=())
    assert alone.counts == () and alone.height < drawn().height
