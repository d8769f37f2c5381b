"""A confined child has its limits, its uid and its filter, or does not run at all."""

from __future__ import annotations

import os
import resource
import socket

import pytest

from grader.runtime.kernel.confine import ConfineError, confine_student
from grader.runtime.kernel.limits import read_back
from tests.runtime.kernel.forked import STUDENT_UID, run_in_child

needs_root = pytest.mark.skipif(os.getuid() != 0, reason="changes the uid")


@needs_root
def test_everything_is_in_force() -> None:
    """Limits, uid without a way back, no privileges, and the filter."""

    def probe() -> object:
        confine_student({"open_files": 100, "nice": 3, "oom_score_adj": 1000}, STUDENT_UID)
        with pytest.raises(PermissionError):
            os.setuid(0)
        with pytest.raises(OSError, match="not supported"):
            socket.socket(40, socket.SOCK_STREAM)
        seen = read_back()
        return [
            seen["uid"],
            seen["seccomp"],
            seen["no_new_privs"],
            os.getgroups(),
            resource.getrlimit(resource.RLIMIT_NOFILE),
        ]

    assert run_in_child(probe) == [STUDENT_UID, 2, True, [], [100, 100]]


def test_without_a_uid_we_stay_who_we_are() -> None:
    """The local sandbox keeps the user, and sets what the system has."""

    def probe() -> object:
        confine_student({"open_files": 100}, None)
        return [os.getuid(), resource.getrlimit(resource.RLIMIT_NOFILE)[0]]

    assert run_in_child(probe) == [os.getuid(), 100]


def test_an_unknown_limit_is_an_error() -> None:
    """A misspelt limit is not silently no limit."""
    with pytest.raises(ConfineError, match="memory"):
        confine_student({"memory": 1}, None)
