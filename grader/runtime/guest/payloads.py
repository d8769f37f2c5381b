"""What is told of a value that goes from one process to another: bounded, and without running any
of the student's code. Only exact built-in types are shown; of anything else, its type alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

_LONGEST, _MOST, _DEEPEST = 200, 40, 5
_SCALARS = (bool, int, float, complex, str, bytes, type(None))
_CONTAINERS = (list, tuple, set, frozenset)


def digest(data: Any) -> str:
    """A short name of these bytes."""
    return blake2b(data, digest_size=8).hexdigest()


def describe(value: Any) -> list[Any]:
    """[type, as text, texts of the scalars in it]."""
    return [type(value).__name__[:80], _shown(value, _DEEPEST)[:_LONGEST],
            list(dict.fromkeys(_leaves(value, _DEEPEST)))[:_MOST]]


def _shown(value: Any, depth: int) -> str:
    kind = type(value)
    if kind in (str, bytes):
        return repr(value[:_LONGEST])
    if kind in _SCALARS:
        return _number(value)
    if not depth:
        return "..."
    if kind is dict:
        pairs = [f"{_shown(k, depth - 1)}: {_shown(v, depth - 1)}"
                 for k, v in list(value.items())[:_MOST]]
        return "{" + ", ".join(pairs) + "}"
    if kind in _CONTAINERS:
        inside = ", ".join(_shown(v, depth - 1) for v in list(value)[:_MOST])
        return f"[{inside}]" if kind is list else f"({inside})"
    return f"<{kind.__name__[:80]}>"


def _number(value: Any) -> str:
    try:
        return repr(value)
    except ValueError:  # more digits than the interpreter will turn into text
        return f"<int of {value.bit_length()} bits>"


def _leaves(value: Any, depth: int) -> Iterator[str]:
    kind = type(value)
    if kind is str:
        yield value[:_LONGEST]
    elif kind is bytes:
        yield value[:_LONGEST].decode("utf-8", "replace")
    elif kind in _SCALARS:
        yield _number(value)[:_LONGEST]
    elif depth and kind in (*_CONTAINERS, dict):
        for inner in list(value)[:_MOST]:
            yield from _leaves(inner, depth - 1)
        if kind is dict:
            for inner in list(value.values())[:_MOST]:
                yield from _leaves(inner, depth - 1)
