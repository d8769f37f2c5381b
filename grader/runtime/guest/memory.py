"""Points between the bytecodes of the student's own files: where threads share data.

A point stands before each load and store of what threads can share: global names that functions
assign or that are assigned twice, closure cells that a `nonlocal` writes, attributes that are
assigned anywhere, items, and the methods that change a container. Everything else cannot be seen
by another thread, and a C call on a list or dict stays one step, as CPython documents it
(Doc/library/threadsafety.rst). So `x = x + 1` can lose an update here and `append` cannot.

From 3.12 on this is `sys.monitoring` with an event per instruction, switched off for good at each
place of no interest; on 3.11 it is `sys.settrace` with opcode events. A place that is passed very
often announces itself ever more rarely, which bounds what a busy loop costs; the count is told, so
that waiting by looking still adds up.
"""

from __future__ import annotations

import dis
import sys
from types import CodeType, FrameType
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.loops import loops_of
from grader.runtime.wire import Op

TOOL = 3
_SCALARS = (int, float, str, bytes, bool, type(None))
CHANGES = frozenset(
    "append appendleft extend insert pop popleft popitem remove discard add clear update "
    "setdefault sort reverse rotate".split()
)
_LOOP_STEP = 1 << 16
_EVERY_TIME, _OFTEN = 200, 10_000

Places = dict[int, tuple[str, str, str]]
"""offset of an instruction → (read | write | loop, name, what kind of name)"""

_places: dict[int, Places] = {}
_kept: list[CodeType] = []
_variables: dict[tuple[str, Any], int] = {}
_passes: dict[tuple[int, int, int], int] = {}
_loop_turns = [0]
_entered: set[int] = set()
_watched: set[str] = set()
_watched_lines: set[tuple[str, int]] = set()
_unsettled: list[tuple[int, str, dict[str, Any]]] = []


def codes_of(code: CodeType) -> list[CodeType]:
    """`code` and every code object inside it."""
    found = [code]
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found += codes_of(constant)
    return found


def shared_names(codes: list[CodeType]) -> tuple[set[str], set[str], set[str], set[str]]:
    """(globals, cells, attributes) that the program assigns where another thread could see it,
    and all the global names that its functions load."""
    stored: dict[str, int] = {}
    names: set[str] = set()
    cells: set[str] = set()
    attributes: set[str] = set()
    loaded: set[str] = set()
    for code in codes:
        top = code.co_name == "<module>"
        looping = loops_of(code)
        for step in dis.get_instructions(code):
            op = step.opname
            if op in ("STORE_GLOBAL", "DELETE_GLOBAL"):
                names.add(str(step.argval))
            elif top and op in ("STORE_NAME", "DELETE_NAME"):
                name = str(step.argval)
                weight = 2 if any(a <= step.offset <= b for a, b, _ in looping) else 1
                stored[name] = stored.get(name, 0) + weight
            elif op == "STORE_DEREF" and step.argval in code.co_freevars:
                cells.add(str(step.argval))
            elif op in ("STORE_ATTR", "DELETE_ATTR"):
                attributes.add(str(step.argval))
            elif op == "LOAD_GLOBAL" or (op == "LOAD_NAME" and not top):
                loaded.add(str(step.argval))
    names |= {name for name, times in stored.items() if times > 1}
    return (names | attributes) & loaded, cells, attributes, loaded


def _places_in(
    code: CodeType, names: set[str], cells: set[str], attributes: set[str], loaded: set[str]
) -> Places:
    places: Places = {}
    top = code.co_name == "<module>"
    private = False  # is the instruction before this one a load of a name that no function knows?
    for step in dis.get_instructions(code):
        op, name = step.opname, str(step.argval)
        was_private = private
        private = top and op == "LOAD_NAME" and name not in loaded
        if was_private and op in ("LOAD_ATTR", "LOAD_METHOD"):
            continue
        if op in ("LOAD_GLOBAL", "LOAD_NAME") and name in names:
            places[step.offset] = ("read", name, "global")
        elif (op == "STORE_GLOBAL" or (top and op == "STORE_NAME")) and name in names:
            places[step.offset] = ("write", name, "global")
        elif op == "LOAD_DEREF" and name in cells:
            places[step.offset] = ("read", name, "cell")
        elif op == "STORE_DEREF" and name in cells:
            places[step.offset] = ("write", name, "cell")
        elif op in ("LOAD_ATTR", "LOAD_METHOD") and name in CHANGES:
            places[step.offset] = ("write", name, "method")
        elif op in ("LOAD_ATTR", "LOAD_METHOD") and name in attributes:
            places[step.offset] = ("read", name, "attribute")
        elif op in ("STORE_ATTR", "DELETE_ATTR"):
            places[step.offset] = ("write", name, "attribute")
        elif op == "BINARY_SUBSCR" or (op == "BINARY_OP" and step.argrepr == "[]"):
            places[step.offset] = ("read", "[]", "item")
        elif op in ("STORE_SUBSCR", "DELETE_SUBSCR", "STORE_SLICE"):
            places[step.offset] = ("write", "[]", "item")
        elif op.startswith("JUMP_BACKWARD") or (op.startswith("POP_JUMP_BACKWARD")):
            places[step.offset] = ("loop", "", "")
    return places


def prepare(codes: list[CodeType]) -> None:
    """Find the points of the program's code, and switch the events on."""
    shared = shared_names(codes)
    for code in codes:
        _places[id(code)] = _places_in(code, *shared)
        _kept.append(code)
        if sys.version_info >= (3, 12):
            events = sys.monitoring.events
            sys.monitoring.set_local_events(TOOL, code, events.INSTRUCTION | events.PY_START)


def watch(functions: list[str], lambdas: set[tuple[str, int]]) -> None:
    """Names of functions whose calls are evidence; `lambdas` are (file, line) of such lambdas."""
    _watched.update(functions)
    _watched_lines.update(lambdas)


def _at_start(code: CodeType) -> None:
    if not channel.active:
        return
    me = channel.me()
    if me not in _entered:
        _entered.add(me)
        channel.note("enters", me, code.co_qualname, code.co_filename[len(channel.root):],
                     code.co_firstlineno)
    if code.co_name in _watched or (
        code.co_name == "<lambda>" and (code.co_filename, code.co_firstlineno) in _watched_lines
    ):
        channel.note("call", code.co_name, channel.where(2))


def _at_place(code: CodeType, offset: int, place: tuple[str, str, str], frame: FrameType) -> None:
    if channel.alive < 2 or not channel.active:
        return
    me = channel.me()
    if me < 0:
        return
    access, name, kind = place
    if access == "loop":
        _loop_turns[0] += 1
        if _loop_turns[0] % _LOOP_STEP == 0:
            channel.ask(Op.LOOP, argument=_LOOP_STEP, where=channel.where(3))
        return
    spot = (me, id(code), offset)
    passes = _passes.get(spot, 0) + 1
    _passes[spot] = passes
    weight = 1
    if passes > _EVERY_TIME:
        weight = 64 if passes < _OFTEN else 4096
        if passes % weight:
            return
    variable = _variable(code, offset, name, kind, frame)
    op = Op.READ if access == "read" else Op.WRITE
    channel.ask(op, variable, weight, where=channel.where(3))
    if kind == "global":
        value = frame.f_globals.get(name)
        if access == "read":
            if type(value) in _SCALARS:
                channel.note("value", variable, repr(value)[:80])
        else:
            _unsettled.append((variable, name, frame.f_globals))


def settle() -> None:
    """Tell what the last writes wrote: it is known only after the instruction has run."""
    while _unsettled:
        variable, name, scope = _unsettled.pop()
        value = scope.get(name)
        if type(value) in _SCALARS:
            channel.note("value", variable, repr(value)[:80])


def _variable(code: CodeType, offset: int, name: str, kind: str, frame: FrameType) -> int:
    # Attributes and items are told apart by name only, not by object: what an instruction works on
    # lies on the evaluation stack, out of reach. Coarser than the truth, so a strategy may take two
    # accesses for racing that are not; it never misses one that is.
    key = (kind, name)
    number = _variables.get(key)
    if number is None:
        shown = {"attribute": f".{name}", "method": f".{name}()", "item": "[...]"}.get(kind, name)
        number = channel.new_resource("variable")
        _variables[key] = number
        channel.note("variable", number, kind, shown)
    return number


def _monitoring_instruction(code: CodeType, offset: int) -> Any:
    place = _places.get(id(code), {}).get(offset)
    if place is None:
        return sys.monitoring.DISABLE
    _at_place(code, offset, place, sys._getframe(1))
    return None


def _monitoring_start(code: CodeType, offset: int) -> None:
    _at_start(code)


def _trace(frame: FrameType, event: str, argument: Any) -> Any:
    if event == "call":
        if frame.f_code.co_filename not in channel.files:
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        if frame.f_lasti <= 4 or frame.f_code.co_flags & 0x20 == 0:
            _at_start(frame.f_code)
        return _trace
    if event == "opcode":
        place = _places.get(id(frame.f_code), {}).get(frame.f_lasti)
        if place is not None:
            _at_place(frame.f_code, frame.f_lasti, place, frame)
    return _trace


def trace_thread() -> None:
    """Switch the points on in the calling thread (needed on 3.11 only)."""
    if sys.version_info < (3, 12):
        sys.settrace(_trace)


def install() -> None:
    """Claim the monitoring tool (3.12 and later)."""
    channel.before_ask.append(lambda me: settle())
    if sys.version_info >= (3, 12):
        monitoring = sys.monitoring
        monitoring.use_tool_id(TOOL, "grader")
        monitoring.register_callback(TOOL, monitoring.events.INSTRUCTION, _monitoring_instruction)
        monitoring.register_callback(TOOL, monitoring.events.PY_START, _monitoring_start)
