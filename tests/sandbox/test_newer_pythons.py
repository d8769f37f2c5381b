"""CPython 3.14 and 3.15 grade as 3.11 does: in images of Debian's packages, made where needed.

The first run makes the base image (one to three minutes); it stays in the daemon, and a change of
the runtime costs seconds. `python -m tests.corpus --sandbox docker --python 3.15` judges more.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import docker
import pytest

from grader.catalog.load import load_tasks
from grader.grade import grade_submission
from grader.intake.read import read_submission
from grader.model.settings import Settings
from grader.sandbox.image import Image, find_current_images
from tests.corpus.judging import ASSIGNMENTS, judge_program
from tests.corpus.labels import Labelled, read_corpus, spread
from tests.runtime.containers import ready_image

NEWER = ("3.14", "3.15")
REFERENCE = Path(__file__).parent.parent.parent / "reference"
SCHEDULES = 40
PROGRAMS = spread(read_corpus(), 1)

pytestmark = [pytest.mark.docker, pytest.mark.slow]


@pytest.fixture(scope="module")
def images(api: docker.APIClient) -> Mapping[str, Image]:
    """A current image of each newer Python."""
    return {version: ready_image(version, api) for version in NEWER}


@pytest.mark.parametrize("version", NEWER)
def test_the_reference_scores_full_points(version: str, images: Mapping[str, Image]) -> None:
    """All solutions get all their points, from the Python that was asked for."""
    tasks = load_tasks(ASSIGNMENTS)
    student = read_submission(REFERENCE, [task.id for task in tasks])
    settings = Settings(sandbox="docker", python=version, schedules=SCHEDULES, jobs=2)
    result = grade_submission(student, tasks, settings, lambda _: None)
    assert (result.verdict, result.points) == ("passed", result.max_points), result.tasks
    assert {task.python.rpartition(".")[0] for task in result.tasks} == {version}
    assert {task.sandbox for task in result.tasks} == {"docker"}


@pytest.mark.parametrize("version", NEWER)
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_right_and_wrong_programs_are_told_apart(
    program: Labelled, version: str, images: Mapping[str, Image]
) -> None:
    """The label holds: verdict, the check that catches it, and no other check by accident."""
    judged = judge_program(program, SCHEDULES, "docker", version)
    if judged.problem:
        judged = judge_program(program, None, "docker", version)
    assert judged.problem == ""


def test_the_images_are_listed(api: docker.APIClient, images: Mapping[str, Image]) -> None:
    """Whoever asks for a Python without an image is told which there are."""
    assert set(NEWER) <= set(find_current_images(api))
