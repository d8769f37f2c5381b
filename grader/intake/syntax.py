"""Asks an interpreter which scripts it cannot compile; where it cannot say, the run decides."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

HOST_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
_PROBE = Path(__file__).with_name("syntax_probe.py")
_MOST_SECONDS = 60.0


def find_syntax_errors(sources: Mapping[str, bytes]) -> dict[str, tuple[int, str]]:
    """Return line and reason for each source that this Python refuses.

    In another process: a source can crash the parser or keep it busy for ever. Then, and when the
    safety net of a minute strikes, the scripts count as unchecked and are simply run.
    """
    if not sources:
        return {}
    asked = json.dumps({name: base64.b64encode(data).decode() for name, data in sources.items()})
    errors = _ask(asked)
    if errors is None and len(sources) > 1:  # one of them breaks the parser: find out which
        errors = {}
        for name, data in sources.items():
            errors |= find_syntax_errors({name: data})
    return errors or {}


def _ask(asked: str) -> dict[str, tuple[int, str]] | None:
    command = [sys.executable, "-I", "-S", "-B", "-X", "utf8", str(_PROBE)]
    try:
        done = subprocess.run(
            command, input=asked.encode(), capture_output=True, timeout=_MOST_SECONDS, check=True
        )
    except (subprocess.SubprocessError, OSError):
        return None
    answer = json.loads(done.stdout)
    return {name: (found[0], found[1]) for name, found in answer.items() if found}
