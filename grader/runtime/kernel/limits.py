"""Limits: set in the child before it becomes the student's, read back by the supervisor."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping

from grader.runtime.kernel.cgroup import read_cgroup_limits
from grader.runtime.kernel.proc import read_text

CAPABILITY_NAMES = (
    "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID",
    "SETPCAP", "LINUX_IMMUTABLE", "NET_BIND_SERVICE", "NET_BROADCAST", "NET_ADMIN", "NET_RAW",
    "IPC_LOCK", "IPC_OWNER", "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT", "SYS_PTRACE", "SYS_PACCT",
    "SYS_ADMIN", "SYS_BOOT", "SYS_NICE", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD",
    "LEASE", "AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP", "MAC_OVERRIDE", "MAC_ADMIN", "SYSLOG",
    "WAKE_ALARM", "BLOCK_SUSPEND", "AUDIT_READ", "PERFMON", "BPF", "CHECKPOINT_RESTORE",
)  # fmt: skip

_AT_MOST = ("memory_bytes", "swap_bytes", "pids", "cpus")  # stricter than asked is fine
_INTERFACE_IS_UP = 1  # IFF_UP


def apply_limits(
    *,
    memory_bytes: int | None = None,
    processes: int | None = None,
    open_files: int | None = None,
    file_bytes: int | None = None,
    cpu_seconds: int | None = None,
    nice: int = 0,
    oom_score_adj: int | None = 1000,
) -> list[str]:
    """Limit this process and all that it starts; the names of what could not be set.

    Call it in the child, before it changes its uid: the supervisor has no privilege to change
    another uid's nice value, rlimits or OOM score afterwards. `memory_bytes` is address space,
    per process: a MemoryError instead of a kill, but threads and big mappings count in full.
    `processes` counts threads too, and all of the uid's in *all* containers of the machine: leave
    it to the container where there is one. With `oom_score_adj` 1000 the kernel kills the
    student's program before the supervisor; `nice` 10 lets the supervisor answer within 50 ms in
    a fork bomb, against 400 ms with 0 (measured).
    """
    failed = []
    wanted = {
        "RLIMIT_AS": memory_bytes,
        "RLIMIT_NPROC": processes,
        "RLIMIT_NOFILE": open_files,
        "RLIMIT_FSIZE": file_bytes,
        "RLIMIT_CPU": cpu_seconds,
        "RLIMIT_CORE": 0,
    }
    failed += [name for name, value in wanted.items() if not _set_rlimit(name, value)]
    try:
        os.nice(nice)
    except (OSError, AttributeError):
        failed.append("nice")
    if oom_score_adj is not None:
        try:
            with open("/proc/self/oom_score_adj", "w") as file:
                file.write(str(oom_score_adj))
        except OSError:
            failed.append("oom_score_adj")
    return failed


def _set_rlimit(name: str, value: int | None) -> bool:
    """Lower one limit, soft and hard, never above what is already the hard limit."""
    if value is None:
        return True
    try:
        import resource

        which = getattr(resource, name)
        _, hard = resource.getrlimit(which)
        limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (limit, limit))
    except (ImportError, AttributeError, ValueError, OSError):
        return False
    return True


def read_back() -> dict[str, object]:
    """What limits this process really has; each value None where it cannot be seen.

    Keys: memory_bytes, swap_bytes, pids, cpus, seccomp (0 off, 2 filter), no_new_privs,
    capabilities (names; those it has or could still get), uid, root_is_read_only, interfaces
    (names of network interfaces that are up).
    """
    status = _read_status()
    capabilities = _hexadecimal(status.get("CapEff")), _hexadecimal(status.get("CapBnd"))
    seen: dict[str, object] = {**read_cgroup_limits()}
    seen["seccomp"] = int(status["Seccomp"]) if "Seccomp" in status else None
    seen["no_new_privs"] = status["NoNewPrivs"] == "1" if "NoNewPrivs" in status else None
    seen["capabilities"] = None
    if None not in capabilities:
        seen["capabilities"] = capability_names((capabilities[0] or 0) | (capabilities[1] or 0))
    seen["uid"] = os.getuid() if hasattr(os, "getuid") else None
    seen["root_is_read_only"] = None
    if hasattr(os, "statvfs"):
        seen["root_is_read_only"] = bool(os.statvfs("/").f_flag & os.ST_RDONLY)
    seen["interfaces"] = _interfaces_that_are_up()
    return seen


def compare(asked: Mapping[str, object], seen: Mapping[str, object]) -> list[str]:
    """Where `seen` is not at least as strict as `asked`, one sentence each; empty: all is well.

    Podman without root ignores limits silently, others have no swap accounting: a sandbox that
    is not what was asked for must not be graded in. Only swap may be unknown: kernels without
    swap accounting cannot limit it, and memory stays limited.
    """
    differences = []
    for key, wanted in asked.items():
        found = seen.get(key)
        if key == "swap_bytes" and found is None:
            continue
        if key in _AT_MOST and isinstance(wanted, int | float) and isinstance(found, int | float):
            is_met = found <= wanted
        elif isinstance(wanted, list | tuple) and isinstance(found, list | tuple):
            is_met = set(found) == set(wanted)
        else:
            is_met = found == wanted
        if not is_met:
            differences.append(f"{key}: asked for {wanted}, found {found}")
    return differences


def capability_names(mask: int) -> list[str]:
    """The capabilities of a bit mask, in the kernel's order; unknown ones by number."""
    known = dict(enumerate(CAPABILITY_NAMES))
    return [known.get(bit, str(bit)) for bit in range(64) if mask >> bit & 1]


def _read_status() -> dict[str, str]:
    lines = (read_text("/proc/self/status") or "").splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def _hexadecimal(text: str | None) -> int | None:
    return None if text is None else int(text, 16)


def _interfaces_that_are_up() -> list[str] | None:
    # A fresh network namespace can hold tunnels (tunl0, sit0) that the kernel made by itself;
    # they are down and reach nothing.
    with contextlib.suppress(OSError):
        names = sorted(os.listdir("/sys/class/net"))
        flags = {name: read_text(f"/sys/class/net/{name}/flags") or "0x1" for name in names}
        return [name for name in names if int(flags[name], 16) & _INTERFACE_IS_UP]
    return None
