"""Chance that can be replayed: `os.urandom`, and so `random`, `secrets` and `uuid`, from one seed."""

from __future__ import annotations

import os
import sys
from random import Random

_source = Random(0)


def urandom(size: int, /) -> bytes:
    """Look-alike of `os.urandom`."""
    return _source.randbytes(size)


def seed(value: int) -> None:
    """Start this schedule's chance."""
    _source.seed(value)
    module = sys.modules.get("random")
    if module is not None:
        module.seed(value)


def branch(process: int) -> None:
    """A forked child's chance is its own, as CPython has it."""
    seed(_source.getrandbits(32) * 4096 + process)


def install() -> None:
    """Put it into `os`, and into `random`, which has it already."""
    os.urandom = staticmethod(urandom)  # type: ignore[assignment]
    posix = sys.modules.get("posix")
    if posix is not None:
        posix.urandom = urandom  # type: ignore[attr-defined]
    module = sys.modules.get("random")
    if module is not None:
        module._urandom = urandom  # type: ignore[attr-defined]
