"""Confine: what a child does to itself before it runs the student's program, in the right order."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping

from grader.runtime.kernel.limits import apply_limits
from grader.runtime.kernel.seccomp import install_filter
from grader.runtime.kernel.syscalls import MACHINES

LIMIT_NAMES = (
    "memory_bytes", "processes", "open_files", "file_bytes", "cpu_seconds", "nice", "oom_score_adj",
)  # fmt: skip


class ConfineError(Exception):
    """A limit could not be set; the program must not run like this."""


def confine_student(confine: Mapping[str, int], student_uid: int | None) -> None:
    """Set limits, become `student_uid` (None: stay who we are), and install the filter.

    `confine` holds arguments of `apply_limits` by name. The order is forced: limits first, since
    some need the old uid (and a new process must not find its uid's limit used up); the uid next,
    since the filter does not matter to it; the filter last, so that it applies to nothing of ours.

    With a uid of its own (a container) everything must work, or ConfineError or OSError is raised.
    Without one (the local sandbox, any system) what the system does not have is left out.
    """
    unknown = confine.keys() - set(LIMIT_NAMES)
    if unknown:
        raise ConfineError(f"unknown limits: {sorted(unknown)}")
    failed = apply_limits(**confine)
    if student_uid is not None:
        if failed:
            raise ConfineError(f"limits that cannot be set: {failed}")
        os.setgroups([])
        os.setresgid(student_uid, student_uid, student_uid)
        os.setresuid(student_uid, student_uid, student_uid)
    if student_uid is not None or _has_filter():
        install_filter()


def _has_filter() -> bool:
    return sys.platform.startswith("linux") and platform.machine() in MACHINES
