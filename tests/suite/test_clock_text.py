"""Times in printed lines, in any form that students use."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.runtime.guest.clock import START_UNIX_NS
from grader.suite.clock_text import START_UNIX, shows_moment, shows_time

FORMATS = [
    "%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y年%m月%d日 %H时%M分%S秒", "%I:%M:%S %p", "%c", "%X",
    "%Y%m%d%H%M%S", "%H点%M分%S秒", "%Y/%m/%d %H:%M:%S", "%H%M%S", "%a %b %d %H:%M:%S %Y",
    "%H-%M-%S", "%H.%M.%S", "%Y.%m.%d-%H.%M.%S",
]
SHORT_DATES = ["%m-%d %H-%M-%S", "%Y %m %d %H %M %S"]
"""forms in which date and time run together, so that other moments can be read out of them too"""


def test_the_suite_and_the_guest_agree_on_the_start() -> None:
    """Both sides name the same moment as the program's start."""
    assert START_UNIX * 1_000_000_000 == START_UNIX_NS


@pytest.mark.parametrize("form", FORMATS + SHORT_DATES)
@given(seconds=st.integers(0, 86_400), zone=st.integers(-12, 14))
def test_every_format_shows_its_own_moment_in_any_zone(form: str, seconds: int, zone: int) -> None:
    """A line with the time is recognised, whatever the format and the zone."""
    shown = "现在 " + time.strftime(form, time.gmtime(START_UNIX + seconds + zone * 3600))
    assert shows_time(shown)
    assert shows_moment(shown, seconds * 1_000_000_000)


@pytest.mark.parametrize("form", FORMATS)
@given(seconds=st.integers(20, 86_400))
def test_no_format_shows_a_moment_ten_seconds_away(form: str, seconds: int) -> None:
    """A time that was taken ten seconds before is told apart."""
    shown = time.strftime(form, time.gmtime(START_UNIX + seconds))
    assert not shows_moment(shown, (seconds - 10) * 1_000_000_000)


@given(seconds=st.integers(10, 10**6))
def test_the_repr_of_a_datetime_is_a_time(seconds: int) -> None:
    """As it comes out of a printed tuple or list; zero seconds are left out of it."""
    now = datetime(2026, 3, 2, 1, 0, 0) + timedelta(seconds=seconds)
    parts = now.timetuple()
    for shown in (repr(now), repr(now.time()), repr((now, 1)), repr(parts[:6]), repr([*parts])):
        assert shows_time(shown)
        assert shows_moment(shown, seconds * 1_000_000_000)
        assert not shows_moment(shown, (seconds - 10) * 1_000_000_000)


@pytest.mark.parametrize("form", ["%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%m/%d/%y"])
def test_a_date_alone_is_a_time(form: str) -> None:
    """It cannot be told from a neighbouring moment."""
    shown = time.strftime(form, time.gmtime(START_UNIX))
    assert shows_time(shown)
    assert shows_moment(shown, 0)


@given(seconds=st.integers(0, 10**6), digits=st.sampled_from([1, 1000, 10**6, 10**9]))
def test_seconds_since_1970_are_a_time(seconds: int, digits: int) -> None:
    """Epoch seconds, milli-, micro- and nanoseconds are recognised."""
    shown = f"t={(START_UNIX + seconds) * digits}"
    assert shows_time(shown)
    assert shows_moment(shown, seconds * 1_000_000_000)


@pytest.mark.parametrize(
    "line", ["Thread-1 waits", "ready 3", "线程 10 开始等待", "worker-07 is here", "", "42"]
)
def test_other_lines_are_no_times(line: str) -> None:
    """Names and small numbers are not taken for a time."""
    assert not shows_time(line)
