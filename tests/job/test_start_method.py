"""A script that works only where processes are started by fork is told so, and no other is."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.grade import grade_submission
from grader.job.start_method import may_rely_on_fork
from grader.model.result import SubmissionResult
from grader.model.settings import Settings
from grader.model.submission import Script, Submission
from grader.sandbox.image import Image, build_from_debian, find_image
from tests.corpus.judging import tasks_by_id

STARTS = "from multiprocessing import Process\nProcess(target=print).start()\n"
GLOBAL_QUEUE = """
from multiprocessing import Process, Queue

queue = Queue()


def work():
    for item in range(3):
        queue.put(item)


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    for _ in range(3):
        print("got", queue.get())
    child.join()
"""
WITH_ARGUMENT = GLOBAL_QUEUE.replace("target=work", "target=work, args=(queue,)").replace(
    "def work():", "def work(queue):"
)
ONE_MISSING = WITH_ARGUMENT.replace("range(3):\n        queue", "range(2):\n        queue")
ONLY_TWO = WITH_ARGUMENT.replace("range(3)", "range(2)")


@pytest.mark.parametrize(
    ("python", "source", "may"),
    [
        ("3.14.0", STARTS, True),
        ("3.15.0b1", STARTS, True),
        ("3.13.9", STARTS, False),
        ("3.14.0", "import threading\n", False),
        ("3.14.0", f"from multiprocessing import set_start_method\n{STARTS}", False),
        ("3.14.0", "from concurrent.futures import ProcessPoolExecutor\n", True),
    ],
)
def test_only_scripts_that_leave_the_choice_open_are_tried(
    python: str, source: str, may: bool
) -> None:
    """From 3.14 on, and only where processes are started without saying how."""
    assert may_rely_on_fork(python, {"task07.py": source}) is may


@pytest.fixture(scope="module")
def without_fork(api: object) -> Image:
    """An image of a Python that does not fork by default."""
    found = find_image("3.14")
    if found is None or not found.is_current:
        build_from_debian("forky", ["3.14"])
        found = find_image("3.14")
    assert found is not None
    return found


def graded(source: str, python: str | None) -> SubmissionResult:
    """Task 7 of one script."""
    submission = Submission(
        name="one", root=Path("one"), files={"task07.py": source.encode()},
        scripts={"task07": Script(task="task07", path="task07.py")},
    )
    settings = Settings(
        sandbox="docker" if python else "local", python=python, schedules=10, shrinks=False
    )
    return grade_submission(submission, [tasks_by_id()["task07"]], settings, lambda _: None)


@pytest.mark.slow
@pytest.mark.docker
@pytest.mark.parametrize(
    ("source", "verdict", "told"),
    [
        (GLOBAL_QUEUE, "failed", True),
        (GLOBAL_QUEUE.replace('if __name__ == "__main__"', "if True"), "failed",
         True),
        (WITH_ARGUMENT, "passed", False),
        (ONE_MISSING, "failed", False),
        (ONLY_TWO, "failed", False),
    ],
    ids=["global queue", "no main guard", "argument", "hangs anyway", "too few anyway"],
)
def test_the_reason_is_found_by_trying(
    source: str, verdict: str, told: bool, without_fork: Image
) -> None:
    """Only where everything that is required holds with fork, and does not without."""
    result = graded(source, "3.14")
    (task,) = result.tasks
    assert task.verdict == verdict
    assert told is (task.message is not None and "set_start_method" in task.message.en)
    assert told is any("set_start_method" in f.message.en for f in result.findings)


@pytest.mark.slow
def test_where_fork_is_the_default_it_simply_works() -> None:
    """On the Pythons before 3.14 the same script passes."""
    (task,) = graded(GLOBAL_QUEUE, None).tasks
    assert task.verdict == "passed"
