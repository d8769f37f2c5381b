"""The code of a schedule, as the replay command carries it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.job.code import ScheduleCode, parse_code
from grader.model.problem import BadInput

STEP = st.tuples(st.integers(0, 200), st.integers(0, 10**6), st.integers(-1, 200))


@given(st.integers(0, 10**8), st.integers(0, 2000), st.lists(STEP, max_size=40))
def test_a_code_reads_back_as_what_it_was(
    seed: int, patience: int, steps: list[tuple[int, int, int]]
) -> None:
    """Writing and reading a code loses nothing."""
    code = ScheduleCode(seed, patience, tuple(steps))
    assert parse_code(str(code)) == code


@given(st.text(max_size=60))
def test_anything_else_is_bad_input(junk: str) -> None:
    """No text makes the parser raise anything but BadInput."""
    try:
        parse_code(junk)
    except BadInput as problem:
        assert problem.message.zh


@pytest.mark.parametrize("junk", ["", "s1", "s1p2_", "s1p2_1.2", "s1p2_1.2.x", "p2s1", "s-1p2"])
def test_near_misses_are_refused(junk: str) -> None:
    """Codes that were cut or changed are refused."""
    with pytest.raises(BadInput):
        parse_code(junk)
