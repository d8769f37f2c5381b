"""Which kind of loop a position in the student's code stands in: `while`, `for`, or none.

Waiting by going round a `while` loop is what the world calls spinning; a `for` loop over something
finite ends by itself. The kind is read from the bytecode: a backward jump to FOR_ITER closes a
`for`, any other a `while`.
"""

from __future__ import annotations

import dis
from types import CodeType, FrameType

_loops: dict[int, list[tuple[int, int, str]]] = {}
_kept: list[CodeType] = []


def loops_of(code: CodeType) -> list[tuple[int, int, str]]:
    """(first offset, last offset, kind) of each loop of `code`, innermost (shortest) first."""
    known = _loops.get(id(code))
    if known is not None:
        return known
    starts: dict[int, str] = {}
    found = []
    for step in dis.get_instructions(code):
        starts[step.offset] = step.opname
        if "JUMP" not in step.opname or not isinstance(step.argval, int):
            continue
        if step.argval <= step.offset and "FORWARD" not in step.opname:
            opname = starts.get(step.argval, "")
            kind = "for" if opname in ("FOR_ITER", "END_ASYNC_FOR") or "SEND" in opname else "while"
            if "SEND" in opname:
                continue
            found.append((step.argval, step.offset, kind))
    found.sort(key=lambda loop: loop[1] - loop[0])
    _loops[id(code)] = found
    _kept.append(code)
    return found


def loop_kind(frames: list[FrameType]) -> str:
    """The kind of the innermost loop around the innermost frame that has one."""
    for frame in frames:
        for first, last, kind in loops_of(frame.f_code):
            if first <= frame.f_lasti <= last:
                return kind
    return ""
