"""Which Python interpreters the engine is tested on here: every one from 3.11 on that is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NEWEST = 15
OLDEST = 11


@cache
def interpreters() -> dict[str, str]:
    """Version ("3.12") to path of the interpreter, the running one first."""
    candidates = [sys.executable]
    candidates += os.environ.get("GRADER_PYTHONS", "").split(os.pathsep)
    for minor in range(OLDEST, NEWEST + 1):
        candidates.append(shutil.which(f"python3.{minor}") or "")
        installed = Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/python")
        candidates += sorted(str(path) for path in installed)
    found: dict[str, str] = {}
    for candidate in filter(None, candidates):
        version = _version_of(candidate)
        if version is not None:
            found.setdefault(version, candidate)
    return found


def _version_of(python: str) -> str | None:
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        ran = subprocess.run(
            [python, "-I", "-S", "-c", code], capture_output=True, text=True, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = ran.stdout.strip()
    fits = version.startswith("3.") and OLDEST <= int(version[2:]) <= NEWEST
    return version if ran.returncode == 0 and fits else None
