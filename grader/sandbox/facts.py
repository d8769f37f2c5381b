"""Facts for `grader doctor`: what this machine offers, row by row, and how to get what it lacks."""

from __future__ import annotations

import os
import platform
import sys

import psutil

from grader.runtime.kernel.tracer import ptrace_works
from grader.sandbox.docker_facts import docker_facts
from grader.sandbox.fact import Fact, evidence_fact, make_fact

_ENOUGH_MEMORY_BYTES = 2 * 1024**3
_OLDEST_PYTHON = (3, 11)


def collect_facts() -> list[Fact]:
    """All rows, in the order in which a person would fix them. Takes one or two seconds."""
    return [*machine_facts(), *docker_facts()]


def machine_facts() -> list[Fact]:
    """Rows about this machine and the local sandbox."""
    memory_bytes, cpus = psutil.virtual_memory().total, os.cpu_count() or 1
    version = platform.python_version()
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    rows = [
        make_fact("python", "ok", en=f"Python {version}", zh=f"Python {version}")
        if sys.version_info >= _OLDEST_PYTHON
        else make_fact(
            "python",
            "missing",
            en=f"Python {version} is too old",
            zh=f"Python {version} 版本过旧",
            how_en="install 3.11 or newer",
            how_zh="请安装 3.11 或更新的版本",
        ),
        make_fact("system", "ok", en=system, zh=system),
        make_fact("cpus", "ok", en=f"{cpus} cores", zh=f"{cpus} 个处理器核心"),
        make_fact(
            "memory",
            "ok" if memory_bytes >= _ENOUGH_MEMORY_BYTES else "warn",
            en=f"{memory_bytes / 1024**3:.1f} GiB of memory",
            zh=f"内存 {memory_bytes / 1024**3:.1f} GiB",
            how_en="grade one job at a time" if memory_bytes < _ENOUGH_MEMORY_BYTES else "",
            how_zh="请一次只评一份作业" if memory_bytes < _ENOUGH_MEMORY_BYTES else "",
        ),
    ]
    return [*rows, evidence_fact("local evidence", ptrace_works())]
