"""Limits: set in a child, read back, and compared with what was asked."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

import pytest

from grader.runtime.kernel.cgroup import read_cgroup_counters
from grader.runtime.kernel.limits import apply_limits, capability_names, compare, read_back
from tests.runtime.kernel.forked import run_in_child

ASKED = {
    "memory_bytes": 512,
    "swap_bytes": 0,
    "pids": 256,
    "cpus": 1.0,
    "seccomp": 2,
    "no_new_privs": True,
    "capabilities": ["KILL", "SETUID"],
    "root_is_read_only": True,
    "interfaces": ["lo"],
}


def test_limits_are_set() -> None:
    """Everything that was asked for is in force in the child."""

    def probe() -> object:
        failed = apply_limits(
            memory_bytes=1 << 30, processes=500, open_files=200, file_bytes=1 << 20,
            cpu_seconds=60, nice=5,
        )  # fmt: skip
        names = ("AS", "NPROC", "NOFILE", "FSIZE", "CPU", "CORE")
        limits = [resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in names]
        adjustment = Path("/proc/self/oom_score_adj").read_text().strip()
        return [failed, limits, os.nice(0) >= 5, adjustment]

    values = [1 << 30, 500, 200, 1 << 20, 60, 0]
    assert run_in_child(probe) == [[], [[value, value] for value in values], True, "1000"]


def test_a_limit_is_never_raised() -> None:
    """Where the machine already allows less, that stays."""

    def probe() -> object:
        resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100))
        apply_limits(open_files=200)
        return resource.getrlimit(resource.RLIMIT_NOFILE)

    assert run_in_child(probe) == [100, 100]


def test_too_much_memory_is_a_memory_error() -> None:
    """A limit on address space gives a clean Python error, no kill."""

    def probe() -> object:
        apply_limits(memory_bytes=600 << 20)
        with pytest.raises(MemoryError):
            bytearray(700 << 20)
        return "clean"

    assert run_in_child(probe) == "clean"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_reading_back_finds_this_process() -> None:
    """On Linux uid, seccomp mode and capabilities are really read."""
    seen = read_back()
    assert seen["uid"] == os.getuid()
    assert seen["seccomp"] in (0, 2)
    assert isinstance(seen["no_new_privs"], bool)
    assert isinstance(seen["capabilities"], list)


def test_counters_are_numbers_or_unknown() -> None:
    """Without a control group of our own a counter is None, never an error."""
    assert all(value is None or value >= 0 for value in read_cgroup_counters().values())


def test_what_was_asked_for_is_no_difference() -> None:
    """Equal or stricter limits are fine, and lists are compared as sets."""
    assert compare(ASKED, ASKED) == []
    stricter = {"memory_bytes": 400, "pids": 100, "capabilities": ["SETUID", "KILL"]}
    assert compare(ASKED, ASKED | stricter) == []


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("memory_bytes", None),
        ("memory_bytes", 1 << 40),
        ("pids", None),
        ("seccomp", 0),
        ("no_new_privs", False),
        ("capabilities", ["KILL", "SETUID", "SYS_ADMIN"]),
        ("root_is_read_only", False),
        ("interfaces", ["eth0", "lo"]),
    ],
)
def test_every_weaker_limit_is_named(key: str, found: object) -> None:
    """A sandbox that ignored one limit is found out, and the sentence names it."""
    (difference,) = compare(ASKED, ASKED | {key: found})
    assert difference.startswith(f"{key}: asked for")


def test_unknown_swap_is_accepted() -> None:
    """Kernels without swap accounting cannot say; memory itself stays limited."""
    assert compare(ASKED, ASKED | {"swap_bytes": None}) == []


def test_capabilities_have_names() -> None:
    """The bits of a mask are named in the kernel's numbering."""
    assert capability_names(0b11100000) == ["KILL", "SETGID", "SETUID"]
    assert capability_names(1 << 19 | 1 << 50) == ["SYS_PTRACE", "50"]
