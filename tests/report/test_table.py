"""The thread-column table as data: lanes, bars, waits, marks, what is folded and cut."""

from __future__ import annotations

from dataclasses import replace

from grader.report.budget import BUDGETS
from grader.report.hostile import Both, plain
from grader.report.table import build_table, name_of
from tests.report import samples, traces

ROOMY = BUDGETS[0]


def english(sentence: Both | None) -> str:
    """The English words, or nothing."""
    return plain(sentence.en) if sentence else ""


def test_bystanders_are_folded_into_one_line() -> None:
    """Seven threads that play no part have no lane, and one sentence."""
    table = build_table(traces.race_trace(), ROOMY)
    assert [name_of(table, lane) for lane in range(3)] == ["MainThread", "Thread-1", "Thread-2"]
    assert "7 other threads" in english(table.others)


def test_the_switch_that_matters_has_a_row_of_its_own() -> None:
    """Before each marked row stands who was interrupted and who went on."""
    rows = build_table(traces.race_trace(), ROOMY).rows
    said = [english(row.says) for row in rows if row.kind == "switch"]
    assert said == ["switch here: Thread-1 → Thread-2", "switch here: Thread-2 → Thread-1"]


def test_the_gap_in_the_steps_is_said_where_it_is() -> None:
    """Rows that the trace left out are counted between the rows around them."""
    kinds = [row.kind for row in build_table(traces.race_trace(), ROOMY).rows]
    assert kinds[:5] == ["step", "step", "step", "cut", "step"]
    assert kinds.count("cut") == 1


def test_changed_values_show_old_and_new() -> None:
    """A write has both values, a read one, other rows none."""
    rows = [r for r in build_table(traces.race_trace(), ROOMY).rows if r.kind == "step"]
    assert [(r.before and plain(r.before), r.after and plain(r.after)) for r in rows[3:6]] == [
        (None, "0"), (None, "0"), ("0", "1"),
    ]  # fmt: skip
    assert rows[0].before is None and rows[0].after is None


def test_a_failed_check_ends_with_expected_against_seen() -> None:
    """The last row is the requirement against the message; without a check there is none."""
    check = samples.race_task().checks[1]
    table = build_table(traces.race_trace(), ROOMY, check)
    assert table.end is not None
    assert english(table.end.expected) == "After ten threads count must be 10"
    assert "one update was lost" in english(table.end.seen)
    assert build_table(traces.race_trace(), ROOMY).end is None


def test_lock_bars_run_down_the_lane_to_where_everything_stops() -> None:
    """The first thread's lock is a bar in every row from its acquire on."""
    rows = build_table(traces.deadlock_trace(), ROOMY).rows
    bars = [row.lanes[0].bars for row in rows if row.lanes]
    assert all(len(one) == 1 for one in bars)
    assert [one[0].starts for one in bars] == [True, False, False, False, False]
    assert not any(one[0].ends for one in bars)


def test_a_waiting_row_says_who_holds_it_since_when() -> None:
    """Waiting is hatched, and in words."""
    rows = [r for r in build_table(traces.deadlock_trace(), ROOMY).rows if r.kind == "step"]
    assert rows[2].waits == "waits"
    assert english(rows[2].blocked) == "held by Thread-2 (transfer) since step 2, line 13"
    assert rows[3].lanes[0].waits == "waits"


def test_the_last_row_of_a_deadlock_says_what_each_waits_for() -> None:
    """Where everything stops, each lane has its own sentence."""
    last = build_table(traces.deadlock_trace(), ROOMY).rows[-1]
    assert last.kind == "stuck"
    assert english(last.lanes[1].note) == (
        "waits for lock_a, held by Thread-1 (transfer), for ever"
    )


def test_time_is_said_only_where_it_moves() -> None:
    """Rows at the same virtual time do not repeat it."""
    times = [row.time for row in build_table(traces.timed_trace(), ROOMY).rows]
    assert times == ["0 s", "", "", "", "", "9.5 s", "", "", "10 s", "", ""]


def test_many_threads_get_narrow_lanes() -> None:
    """Ten lanes are drawn narrow; two are not."""
    assert build_table(traces.pool_trace(), ROOMY).narrow
    assert not build_table(traces.deadlock_trace(), ROOMY).narrow


def test_lanes_beyond_twelve_are_folded() -> None:
    """A program with fifty threads still has a table, and says how many it leaves out."""
    table = build_table(traces.pool_trace(50), ROOMY)
    assert len(table.lanes) == 12
    assert "38 other threads" in english(table.others)
    assert any(row.kind == "others" for row in table.rows)


def test_too_many_rows_are_cut_in_the_middle() -> None:
    """The beginning and the end stay; what is left out is counted."""
    table = build_table(traces.pool_trace(), replace(ROOMY, rows=9))
    cells = len(traces.pool_trace().cells)
    steps = [row.step for row in table.rows if row.kind in ("step", "clock")]
    assert steps == [1, 2, 3, *range(cells - 5, cells + 1)]
    assert [english(r.says) for r in table.rows if r.kind == "cut"] == [
        f"rows left out: {cells - 9}"
    ]
