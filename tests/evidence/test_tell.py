"""A schedule told for a reader."""

from __future__ import annotations

from grader.evidence.names import resource_name, resource_words
from grader.evidence.tell import MOST_CELLS, tell
from tests.evidence.story import Story, evidence_of

SOURCE = "import threading\n\ngate = threading.Lock()\n\nprint('x')\n\n\n\nt.start()\n"


def test_resources_have_the_students_own_names() -> None:
    """`gate = threading.Lock()` is told as the lock gate."""
    story = Story()
    lock = story.makes("lock", line=3)
    schedule = story.schedule()
    evidence = evidence_of(schedule, source=SOURCE)
    assert resource_name(evidence, schedule, lock) == "gate"
    assert resource_words(evidence, schedule, lock).en == "the lock gate"


def test_the_broken_row_is_marked() -> None:
    """The event at which a check was broken is the row with the mark, with its source line."""
    story = Story()
    one = story.starts()
    story.prints(one, "too early", line=5)
    at = len(story.log) - 1
    schedule = story.schedule()
    trace = tell(evidence_of(schedule, source=SOURCE), schedule, at=at)
    (marked,) = [cell for cell in trace.cells if cell.violation]
    assert marked.text.en == "prints too early"
    assert marked.source == "print('x')"


def test_switches_that_the_plain_order_would_not_make_are_marked() -> None:
    """A deviation from the plain order is shown as the switch that matters."""
    story = Story()
    one, two = story.starts(), story.starts()
    story.deviations = [(one, 2, two)]
    story.prints(one, "a")
    story.prints(two, "b")
    schedule = story.schedule()
    trace = tell(evidence_of(schedule), schedule)
    assert [cell.text.en for cell in trace.cells if cell.switch] == ["prints b"]


def test_values_are_told_before_and_after() -> None:
    """A write of a shared variable shows the old and the new value."""
    story = Story()
    one = story.starts()
    number = story.makes("variable")
    story.note(0, "variable", number, "global", "count")
    story.does(one, "READ", resource=number)
    story.note(one, "value", number, "4")
    story.does(one, "WRITE", resource=number)
    story.note(one, "value", number, "5")
    schedule = story.schedule()
    read, write = [
        c for c in tell(evidence_of(schedule), schedule).cells if c.kind in ("read", "write")
    ]
    assert (read.value_after, write.value_before, write.value_after) == ("4", "4", "5")
    assert write.resource == "count"


def test_a_deadlock_is_told_as_a_cycle() -> None:
    """Two threads that hold what the other wants are a cycle of two."""
    story = Story()
    one, two = story.starts(), story.starts()
    first, second = story.makes("lock"), story.makes("lock")
    story.stop = "deadlock"
    where = story.where(0, 3)
    story.waiting = [
        {"thread": 0, "op": "JOIN", "resource": 0, "where": where, "held_by": [one],
         "deadline": None},
        {"thread": one, "op": "ACQUIRE", "resource": second, "where": where, "held_by": [two],
         "deadline": None},
        {"thread": two, "op": "ACQUIRE", "resource": first, "where": where, "held_by": [one],
         "deadline": None},
    ]
    schedule = story.schedule()
    trace = tell(evidence_of(schedule, source=SOURCE), schedule)
    assert sorted(trace.waiting[i].thread for i in trace.cycle) == [one, two]


def test_long_schedules_are_cut_and_say_so() -> None:
    """A table never gets longer than a reader can bear, and what is left out is counted."""
    story = Story()
    one = story.starts()
    for number in range(500):
        story.prints(one, str(number))
    schedule = story.schedule()
    trace = tell(evidence_of(schedule), schedule)
    assert len(trace.cells) <= MOST_CELLS
    assert trace.cut + len(trace.cells) >= 500
