"""Schedules as facts: threads, lines, waits."""

from __future__ import annotations

import pytest

from grader.evidence.facts import SECOND
from grader.evidence.raw import EvidenceError, parse_frame
from grader.evidence.reading import read_schedule
from tests.evidence.story import Story


def test_lines_belong_to_the_thread_that_wrote_them() -> None:
    """Two threads print in turn, and each line is told with its own thread and name."""
    story = Story()
    one, two = story.starts(), story.starts()
    story.prints(one, "first")
    story.prints(two, "second")
    lines = story.schedule().lines
    assert [(x.thread, x.text, x.name) for x in lines] == [
        (one, "first", "Thread-1 (work)"), (two, "second", "Thread-2 (work)"),
    ]


def test_a_line_written_in_pieces_began_with_its_first_piece() -> None:
    """print(end='') and a later newline make one line, which began at the first piece."""
    story = Story()
    one = story.starts()
    story.note(one, "fragment", 1, "half ", "Thread-1 (work)")
    began = len(story.log) - 1
    story.sleeps(one, 1)
    story.prints(one, "whole")
    (line,) = story.schedule().lines
    assert line.text == "half whole"
    assert (line.began, line.began_time, line.time) == (began, 0, SECOND)


def test_an_unfinished_line_is_a_line() -> None:
    """Text without a newline at the end of the program is not lost."""
    story = Story()
    story.note(0, "fragment", 1, "no newline", "MainThread")
    story.exits()
    assert [line.text for line in story.schedule().lines] == ["no newline"]


def test_payloads_of_waiting_threads_do_not_mix() -> None:
    """A line that was asked for before another one and printed after it keeps its own text."""
    story = Story()
    one, two = story.starts(), story.starts()
    story.log.append([0, one, "payload", ["mine\n", "Thread-1 (work)"]])
    story.prints(two, "yours")
    story.does(one, "OUTPUT", argument=1)
    assert [(x.thread, x.text) for x in story.schedule().lines] == [(two, "yours"), (one, "mine")]


def test_waits_are_measured_from_the_threads_own_event_before() -> None:
    """Two sleeps of one thread last what they last, whatever others did meanwhile."""
    story = Story()
    one = story.starts()
    story.sleeps(one, 1)
    story.prints(0, "other")
    story.sleeps(one, 2.5)
    waits = [d for _, d in story.schedule().waits(one)]
    assert waits == [SECOND, 2.5 * SECOND]


def test_children_are_threads_that_ran_the_students_code() -> None:
    """A library's helper thread is no child."""
    story = Story()
    story.starts(enters=False)
    mine = story.starts()
    assert [t.index for t in story.schedule().children] == [mine]


def test_a_thread_that_never_began_is_a_child_too() -> None:
    """Who was cut off before its first step belongs to those that ran the same function."""
    story = Story()
    story.starts()
    story.threads += 1
    story.does(0, "START", result=2, line=9, function="<module>")
    story.note(0, "thread", 2, "Thread-2 (work)", True, "Thread", "work", False)
    one, two = story.schedule().children
    assert two.began is None
    assert one.enters == two.enters


def test_rows_that_make_no_sense_are_refused() -> None:
    """A row that is too short is an EvidenceError, never another exception."""
    story = Story()
    story.log.append([0, 0, "OUTPUT"])
    with pytest.raises(EvidenceError):
        read_schedule(story.raw())


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[1]", b'{"kind":"schedule"}', b'{"kind":"boo"}', b"\xff", b"1e999"]
)
def test_frames_that_are_no_evidence_are_refused(body: bytes) -> None:
    """Bytes that are no frame are an EvidenceError."""
    with pytest.raises(EvidenceError):
        parse_frame(body)


def test_a_program_that_dies_at_once_has_an_empty_schedule() -> None:
    """Nothing was logged, and that is no fault of the evidence."""
    raw = Story().raw(1).model_copy(update={"log": []})
    assert read_schedule(raw).events == ()
