"""Runs a function in a forked child, since filters and limits cannot be taken off again."""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable

import pytest

STUDENT_UID = 30001


def run_in_child(function: Callable[[], object]) -> object:
    """What `function` returned in a forked child (as JSON); its traceback fails the test."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            answer = {"value": function()}
        except BaseException:
            answer = {"error": traceback.format_exc()}
        os.write(writing, json.dumps(answer).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        text = pipe.read()
    _, status = os.waitpid(pid, 0)
    if not text:
        return f"wait status {status}"
    answer = json.loads(text)
    if "error" in answer:
        pytest.fail(str(answer["error"]))
    return answer["value"]


def drop_uid() -> None:
    """Become the student, as the supervisor's child does; without root stay who we are."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(STUDENT_UID, STUDENT_UID, STUDENT_UID)
        os.setresuid(STUDENT_UID, STUDENT_UID, STUDENT_UID)
