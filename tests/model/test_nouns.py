"""The nouns are frozen and refuse what they do not know."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from grader.model.base import text
from grader.model.problem import BadInput
from grader.model.settings import Progress, Settings
from grader.model.task import Limits


def test_settings_have_one_default_seed_and_know_their_bounds() -> None:
    """Nothing random hides in a default."""
    assert Settings() == Settings()
    with pytest.raises(ValidationError):
        Settings(schedules=0)
    with pytest.raises(ValidationError):
        Settings.model_validate({"sandbox": "moon"})


def test_nouns_cannot_be_changed() -> None:
    """What was decided stays decided."""
    field = "steps"
    with pytest.raises(ValidationError):
        setattr(Limits(), field, 5)
    with pytest.raises(ValidationError):
        Progress.model_validate({"task": "task05", "phase": "dance", "done": 0, "total": 0})


def test_bad_input_carries_both_languages() -> None:
    """Who catches it chooses the language."""
    error = BadInput(text("坏", "bad"))
    assert (error.message.zh, str(error)) == ("坏", "bad")
