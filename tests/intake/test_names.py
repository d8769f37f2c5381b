"""Which task a file name means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake.names import likely_number, plain_number, split_python_name

PLAIN = [
    "task05", "task5", "05", "5", "t5", "T05", "第5题", "第五题", "homework_05", "Homework-5", "hw5",
    "TASK05", "Task 5", "task_05", "题5", "题目05", "作业5", "5题", "第 5 题", "ｔａｓｋ０５", "task05(1)",
    "task05 (2)", "task05 - 副本", "task05 - Copy", "exercise5", "q5", "q.5", "问题5", "第5道题",
    "第05个任务", "homework_task05",
]  # fmt: skip
LIKELY = [
    "task05_final", "5_semaphore", "05-五个并行", "张三_第5题", "20230101_task05", "task05.v2",
    "homework1_task05", "task05_2", "task05_worker", "第2次作业第5题", "第五题_王小明",
]  # fmt: skip
NEITHER = [
    "", "main", "utils", "task", "0", "00", "100", "2024", "task100", "test_task05", "task05_test",
    "conftest", "2018-05-01", "task1_task2", "5_6", "semaphore5", "thread10", "worker_5", "___", "题",
    "第题", "5a", "x5",
]  # fmt: skip


@pytest.mark.parametrize("stem", PLAIN)
def test_a_name_that_says_only_a_number_means_that_task(stem: str) -> None:
    """Every spelling that students really use."""
    assert plain_number(stem) == 5


@pytest.mark.parametrize("stem", LIKELY)
def test_a_longer_name_means_a_task_only_if_nothing_better_is_there(stem: str) -> None:
    """It is likely, not plain."""
    assert plain_number(stem) is None
    assert likely_number(stem) == 5


@pytest.mark.parametrize("stem", NEITHER)
def test_other_names_mean_no_task(stem: str) -> None:
    """Helper modules, tests, dates and names with two numbers."""
    assert plain_number(stem) is None
    assert likely_number(stem) is None


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("一", 1), ("九", 9), ("十", 10), ("十一", 11), ("二十", 20), ("二十一", 21), ("１１", 11)],
)
def test_chinese_numerals_count(numeral: str, value: int) -> None:
    """第十一题 is task 11, not task 1."""
    assert plain_number(f"第{numeral}题") == value


@given(
    number=st.integers(1, 99),
    zeros=st.integers(0, 3),
    prefix=st.sampled_from(
        ["", "task", "Task_", "t", "T-", "homework ", "HW.", "第", "题目", "作业_"]
    ),
    suffix=st.sampled_from(["", "题", " 题", "道题", "(1)", " - 副本"]),
    upper=st.booleans(),
)
def test_any_students_spelling_means_exactly_its_number(
    number: int, zeros: int, prefix: str, suffix: str, upper: bool
) -> None:
    """Prefix, zeros, case and suffix never change which task is meant."""
    stem = f"{prefix}{'0' * zeros}{number}{suffix}"
    assert plain_number(stem.upper() if upper else stem) == number


@given(st.text(max_size=300))
def test_no_name_can_break_the_matching(name: str) -> None:
    """Whatever a file is called, it means a number from 1 to 99 or none; both tiers agree."""
    stem, _ = split_python_name(name)
    plain, likely = plain_number(stem), likely_number(stem)
    assert plain is None or 1 <= plain <= 99
    assert likely is None or 1 <= likely <= 99


@given(st.text("task05第五题十作业_-. ()t副本copy12", max_size=40))
def test_near_misses_of_names_do_not_break_it_either(stem: str) -> None:
    """Made of the pieces that the patterns look for; where both tiers answer they agree."""
    plain, likely = plain_number(stem), likely_number(stem)
    if plain is not None and likely is not None:
        assert plain == likely


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("task05.py", ("task05", True)),
        ("TASK05.PY", ("TASK05", True)),
        ("task05", ("task05", False)),
        ("task05.py.txt", ("task05.py.txt", False)),
        (".py", (".py", False)),
    ],
)
def test_the_suffix_counts_in_any_case(name: str, expected: tuple[str, bool]) -> None:
    """Windows hides suffixes, and keeps their case."""
    assert split_python_name(name) == expected
