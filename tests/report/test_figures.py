"""The second views: the wait-for graph, the time line, and numbers in words."""

from __future__ import annotations

import pytest

from grader.model.base import text
from grader.model.result import Certainty, Looked, Trace, TraceThread, Waiting
from grader.report.budget import BUDGETS
from grader.report.certainty import say_certainty, say_how_often
from grader.report.cycle import build_graph
from grader.report.figures import say_number, say_time
from grader.report.hostile import plain
from grader.report.timeline import build_timeline
from tests.report import makers, traces

ROOMY = BUDGETS[0]


@pytest.mark.parametrize("threads", [2, 3, 6])
def test_a_cycle_is_drawn_and_said(threads: int) -> None:
    """Each thread of the cycle has a box and a sentence; the last sentence closes the circle."""
    graph = build_graph(traces.deadlock_trace(threads), ROOMY)
    assert graph is not None and graph.closed and graph.end is not None
    assert len(graph.boxes) == len(graph.edges) == threads
    assert graph.boxes[0].resource == "lock_b"
    last = plain(graph.edges[-1].says.en)
    assert last.endswith("waits for lock_a, which Thread-1 (transfer) holds")


def test_a_long_cycle_is_only_said() -> None:
    """Seven boxes would be no picture any more."""
    graph = build_graph(traces.deadlock_trace(7), ROOMY)
    assert graph is not None and graph.boxes == () and len(graph.edges) == 7


def test_a_hang_without_a_cycle_has_no_circle() -> None:
    """A consumer that waits for ever on a queue waits for nobody in particular."""
    trace = Trace(threads=(TraceThread(name="eater"),), cells=(),
                  waiting=(Waiting(thread=0, waits_for="queue"),))  # fmt: skip
    graph = build_graph(trace, ROOMY)
    assert graph is not None and not graph.closed and graph.end is None
    assert plain(graph.edges[0].says.en) == "eater waits for queue"


def test_nobody_waits_no_graph() -> None:
    """A program that ended has no wait-for graph."""
    assert build_graph(traces.race_trace(), ROOMY) is None


def test_bars_follow_virtual_time() -> None:
    """A sleep of ten seconds reaches to the deadline at ten seconds."""
    line = build_timeline(traces.timed_trace(), ROOMY)
    assert line is not None and line.deadline is not None
    bar = line.lanes[0].bars[0]
    assert (bar.kind, bar.x, bar.width) == ("sleeps", "0%", line.deadline.x)
    assert [tick.label for tick in line.ticks] == ["0 s", "2 s", "4 s", "6 s", "8 s", "10 s"]


def test_a_time_line_is_said_in_words() -> None:
    """The text twin has every stretch and every print, in order."""
    line = build_timeline(traces.timed_trace(), ROOMY)
    assert line is not None
    assert plain(line.lanes[1].says.en) == "Thread-1: waits 0 s to 9.5 s; prints at 9.5 s"


def test_who_waits_and_then_holds_shows_both() -> None:
    """The sixth of ten waits one second for its place and holds it for one."""
    line = build_timeline(traces.pool_trace(), ROOMY)
    assert line is not None
    assert [bar.kind for bar in line.lanes[5].bars] == ["waits", "holds"]
    assert line.kinds == ("holds", "waits")


def test_no_time_no_line() -> None:
    """A race in no time has no time line."""
    assert build_timeline(traces.race_trace(), ROOMY) is None


@pytest.mark.parametrize(
    ("nanoseconds", "said"),
    [(0, "0 s"), (10**10, "10 s"), (5 * 10**8, "0.5 s"), (2 * 10**7, "20 ms"), (1500, "1.5 µs"),
     (7, "7 ns")],
)  # fmt: skip
def test_times_have_a_unit_that_suits_them(nanoseconds: int, said: str) -> None:
    """A time is written in the unit in which it is easily read."""
    assert say_time(nanoseconds) == said


def test_numbers_have_no_needless_zeros() -> None:
    """Points read 5, 2.5 and 100."""
    assert [say_number(n) for n in (5.0, 2.5, 100, 1 / 3)] == ["5", "2.5", "100", "0.33"]


@pytest.mark.parametrize(
    ("over", "looked_at", "broken_in", "said"),
    [
        ("all", 500, 37, "in 37 of 500 schedules"),
        ("all", 500, 500, "in every one of 500 schedules"),
        ("all", 1, 1, "in the one schedule that was looked at"),
        ("respected", 9, 3, "in 3 of 9 schedules (of those that keep deadlines in order)"),
        ("some", 500, 500, "what must be possible happened in none of 500 schedules"),
    ],
)
def test_how_often_fits_the_kind_of_rule(
    over: str, looked_at: int, broken_in: int, said: str
) -> None:
    """A rule for all schedules and one for at least one are worded differently."""
    looked = Looked.model_validate({"over": over, "looked_at": looked_at, "broken_in": broken_in})
    sentence = say_how_often(makers.check("c", text("题", "c"), "failed", schedules=looked))
    assert sentence is not None and sentence.en == said


def test_certainty_without_a_sentence_gets_one() -> None:
    """Where the suite says nothing, the figures do."""
    bare = Certainty(kind="bounded_switches", schedules=90, switches=2, text=text("", ""))
    assert say_certainty(bare).en == "every order with at most 2 switches was checked"
