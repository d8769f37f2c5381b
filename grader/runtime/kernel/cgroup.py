"""Cgroup: the limits and counters of our own control group, version 1 and 2, as seen from inside.

In a container the group's files are the root of what is mounted; outside they lie below the path
that /proc/self/cgroup names. Both are tried, and what cannot be read is None ("no evidence").
"""

from __future__ import annotations

from grader.runtime.kernel.proc import read_text

_ROOT = "/sys/fs/cgroup"
_UNLIMITED_BYTES = 1 << 60  # version 1 writes "no limit" as a number near 2**63


def read_cgroup_limits() -> dict[str, int | float | None]:
    """Our limits: memory_bytes, swap_bytes, pids, cpus. None: unlimited, or not to be read."""
    return {
        "memory_bytes": _memory_bytes(),
        "swap_bytes": _swap_bytes(),
        "pids": _number("pids", "pids.max", "pids.max"),
        "cpus": _cpus(),
    }


def read_cgroup_counters() -> dict[str, int | None]:
    """What happened in our group since it exists: oom_kills, pids_peak, pids_refused,
    memory_peak_bytes.

    `pids_peak` is exact (the kernel counts it at each birth) but counts the whole group, the
    supervisor and init included; it cannot be reset.
    """
    return {
        "oom_kills": _entry("memory", "memory.oom_control", "memory.events", "oom_kill"),
        "pids_peak": _number("pids", "pids.peak", "pids.peak"),
        "pids_refused": _entry("pids", "pids.events", "pids.events", "max"),
        "memory_peak_bytes": _number("memory", "memory.max_usage_in_bytes", "memory.peak"),
    }


def _memory_bytes() -> int | None:
    number = _number("memory", "memory.limit_in_bytes", "memory.max")
    return None if number is None or number >= _UNLIMITED_BYTES else number


def _swap_bytes() -> int | None:
    if "SwapTotal:              0 kB" in (read_text("/proc/meminfo") or ""):
        return 0  # nothing to swap to: no limit is needed, and version 1 may not even have one
    both = _number("memory", "memory.memsw.limit_in_bytes", "")
    memory = _memory_bytes()
    if both is not None and memory is not None:
        return both - memory if both < _UNLIMITED_BYTES else None
    return _number("memory", "", "memory.swap.max")


def _cpus() -> float | None:
    text = _read("cpu", "", "cpu.max")
    if text is not None:
        quota, _, period = text.partition(" ")
        return None if quota == "max" else int(quota) / int(period)
    quota_us = _number("cpu", "cpu.cfs_quota_us", "")
    period_us = _number("cpu", "cpu.cfs_period_us", "")
    if quota_us is None or not period_us or quota_us < 0:
        return None
    return quota_us / period_us


def _entry(controller: str, v1_file: str, v2_file: str, key: str) -> int | None:
    """The number behind `key` in a file of "key number" lines."""
    for line in (_read(controller, v1_file, v2_file) or "").splitlines():
        name, _, value = line.partition(" ")
        if name == key:
            return int(value)
    return None


def _number(controller: str, v1_file: str, v2_file: str) -> int | None:
    text = (_read(controller, v1_file, v2_file) or "").strip()
    return int(text) if text.lstrip("-").isdigit() else None


def _read(controller: str, v1_file: str, v2_file: str) -> str | None:
    """The text of our group's file under version 1 or 2; an empty name: not in that version."""
    for line in (read_text("/proc/self/cgroup") or "").splitlines():
        _, controllers, path = line.split(":", 2)
        if controller in controllers.split(",") and v1_file:
            places = (f"{_ROOT}/{controller}{path}/{v1_file}", f"{_ROOT}/{controller}/{v1_file}")
        elif not controllers and v2_file:
            places = (f"{_ROOT}{path}/{v2_file}", f"{_ROOT}/{v2_file}")
        else:
            continue
        for place in places:
            text = read_text(place)
            if text is not None:
                return text
    return None
