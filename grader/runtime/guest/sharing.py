"""Where a program's code touches what threads can share, read from its bytecode.

Shared are: global names that functions assign, or that are assigned twice; closure cells that a
`nonlocal` writes; attributes that are assigned anywhere; items; and containers on which a method
that changes them is called. Each such load and store is a *place*: a point of the schedule stands
before it. Names that no function ever loads belong to the main thread alone.
"""

from __future__ import annotations

import dis
from dataclasses import dataclass, field
from types import CodeType

from grader.runtime.guest.loops import loops_of

CHANGES = frozenset(
    {
        "append", "appendleft", "extend", "insert", "pop", "popleft", "popitem", "remove",
        "discard", "add", "clear", "update", "setdefault", "sort", "reverse", "rotate",
    }
)
_NAMES = {"LOAD_GLOBAL": "global", "LOAD_NAME": "global", "LOAD_DEREF": "cell"}
_METHODS = ("LOAD_ATTR", "LOAD_METHOD")

Place = tuple[str, str, str]
"""(read | write | loop, name, kind of name)"""
Places = dict[int, Place]
"""offset of an instruction → what it touches"""


@dataclass
class Shared:
    """What a program's code says about its names."""

    names: set[str] = field(default_factory=set)
    cells: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    loaded: set[str] = field(default_factory=set)


def codes_of(code: CodeType) -> list[CodeType]:
    """`code` and every code object inside it."""
    found = [code]
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found += codes_of(constant)
    return found


def shared_names(codes: list[CodeType]) -> Shared:
    """Look through all of a program's code."""
    shared = Shared()
    stored: dict[str, int] = {}
    for code in codes:
        top = code.co_name == "<module>"
        steps = list(dis.get_instructions(code))
        for i, step in enumerate(steps):
            op, name = step.opname, str(step.argval)
            if op in ("STORE_GLOBAL", "DELETE_GLOBAL"):
                shared.names.add(name)
            elif top and op in ("STORE_NAME", "DELETE_NAME"):
                inside = any(a <= step.offset <= b for a, b, _ in loops_of(code))
                stored[name] = stored.get(name, 0) + (2 if inside else 1)
            elif op == "STORE_DEREF" and name in code.co_freevars:
                shared.cells.add(name)
            elif op in ("STORE_ATTR", "DELETE_ATTR"):
                shared.attributes.add(name)
            elif op == "LOAD_GLOBAL" or (op == "LOAD_NAME" and not top):
                shared.loaded.add(name)
            changed = _changed(steps, i)
            if changed is not None:
                kind, container = changed
                {"global": shared.names, "cell": shared.cells}.get(
                    kind, shared.attributes
                ).add(container)
    shared.names |= {name for name, times in stored.items() if times > 1}
    shared.names = (shared.names | shared.attributes) & shared.loaded
    return shared


def _changed(steps: list[dis.Instruction], i: int) -> tuple[str, str] | None:
    """(kind, name) of the container that instruction `i` changes, if it is one with a name."""
    step = steps[i]
    if step.opname in _METHODS and step.argval in CHANGES and i:
        return _named(steps[i - 1])
    if step.opname in ("STORE_SUBSCR", "DELETE_SUBSCR", "STORE_SLICE"):
        return _subscripted(steps, i)
    return None


def _named(step: dis.Instruction) -> tuple[str, str] | None:
    if step.opname in _NAMES:
        return _NAMES[step.opname], str(step.argval)
    if step.opname in _METHODS:
        return "attribute", str(step.argval)
    return None


def _subscripted(steps: list[dis.Instruction], i: int) -> tuple[str, str] | None:
    """The container in `container[key]`: the last load that begins where the expression does."""
    here = steps[i].positions
    for step in reversed(steps[:i]):
        there = step.positions
        if (
            here is not None and there is not None and step.opname.startswith("LOAD")
            and (there.lineno, there.col_offset) == (here.lineno, here.col_offset)
        ):
            return _named(step)
    return None


def places_in(code: CodeType, shared: Shared) -> Places:
    """The places of one code object."""
    places: Places = {}
    steps = list(dis.get_instructions(code))
    top = code.co_name == "<module>"
    for i, step in enumerate(steps):
        place = _place(steps, i, shared, top)
        if place is not None:
            places[step.offset] = place
    for first, last, kind in loops_of(code):
        if kind == "while":
            stores = any(
                s.opname.startswith("STORE") for s in steps if first <= s.offset <= last
            )
            places.setdefault(last, ("loop", "" if stores else "empty", ""))
        else:
            places.setdefault(last, ("loop", "for", ""))
    return places


def _place(
    steps: list[dis.Instruction], i: int, shared: Shared, top: bool
) -> Place | None:
    step = steps[i]
    op, name = step.opname, str(step.argval)
    follows = steps[i + 1] if i + 1 < len(steps) else None
    if follows is not None and follows.opname in _METHODS and follows.argval in CHANGES:
        return None  # the change itself is the place
    if op in _METHODS and name in CHANGES:
        owner = _named(steps[i - 1]) if i else None
        if owner is None:
            return ("write", f".{name}()", "method")
        return None if _private(owner, shared, top) else ("write", owner[1], owner[0])
    if op in ("LOAD_GLOBAL", "LOAD_NAME") and name in shared.names:
        return ("read", name, "global")
    if (op == "STORE_GLOBAL" or (top and op == "STORE_NAME")) and name in shared.names:
        return ("write", name, "global")
    if op in ("LOAD_DEREF", "STORE_DEREF") and name in shared.cells:
        return ("read" if op == "LOAD_DEREF" else "write", name, "cell")
    if op in _METHODS and name in shared.attributes:
        owner = _named(steps[i - 1]) if i else None
        return None if _private(owner, shared, top) else ("read", name, "attribute")
    if op in ("STORE_ATTR", "DELETE_ATTR"):
        return ("write", name, "attribute")
    return _item_place(steps, i, shared, top)


def _item_place(
    steps: list[dis.Instruction], i: int, shared: Shared, top: bool
) -> Place | None:
    step = steps[i]
    reads = step.opname in ("BINARY_SUBSCR", "BINARY_SLICE") or (
        step.opname == "BINARY_OP" and step.argrepr == "[]"
    )
    if not reads and step.opname not in ("STORE_SUBSCR", "DELETE_SUBSCR", "STORE_SLICE"):
        return None
    owner = _subscripted(steps, i)
    if _private(owner, shared, top):
        return None
    kind, name = owner or ("item", "[...]")
    return ("read" if reads else "write", name, kind)


def _private(owner: tuple[str, str] | None, shared: Shared, top: bool) -> bool:
    """Does it belong to a module's own code, which the main thread alone runs?"""
    return top and owner is not None and owner[0] == "global" and owner[1] not in shared.loaded
