"""Points between the bytecodes of the student's own files, where threads share data.

A point stands before each place that `sharing` finds; everything else cannot be seen by another
thread, and a C call on a list or dict stays one step, as CPython documents it
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
from typing import TYPE_CHECKING, Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.sharing import Place, Places, places_in, shared_names
from grader.runtime.wire import Op

if TYPE_CHECKING:
    from grader.runtime.guest.coroutines import Observer

TOOL = 3
_SCALARS = (int, float, str, bytes, bool, type(None))
_LOOP_STEP, _EMPTY_LOOP_STEP = 1 << 16, 256
_SERVER_LOOP_STEP, _SERVER_LOOP_WEIGHT = 1 << 14, 128
"""eight of these are a spin: 131 072 turns, four times the bytes of the longest line"""
_since = [-1]
"""the number of operations when the turns of a server's loop were last counted from 0"""
_EVERY_TIME, _OFTEN = 200, 10_000

_places: dict[int, Places] = {}
_kept: list[CodeType] = []
_only_for_loops: set[int] = set()
_may_go_round: set[int] = set()
"""code from which a `for` loop of the program's can be reached, as far as names tell"""
_variables: dict[tuple[str, Any], int] = {}
_passes: dict[tuple[int, int, int], int] = {}
_turns = [0, 0]
"""turns of loops that do something, and of loops that only look"""
_entered: set[int] = set()
_watched: set[str] = set()
_watched_lines: set[tuple[str, int]] = set()
_unsettled: list[tuple[int, str, dict[str, Any]]] = []
_observers: list[Observer] = []
_COROUTINE_FLAGS = 0x20 | 0x80 | 0x100 | 0x200
_YIELDS = dis.opmap["YIELD_VALUE"]
_bytecodes: dict[int, bytes] = {}


def prepare(codes: list[CodeType]) -> None:
    """Find the points of the program's code, and switch the events on."""
    shared = shared_names(codes)
    for seen in _observers:
        seen.ledger.learn(shared.loaded, codes)
    for code in codes:
        places = places_in(code, shared)
        _kept.append(code)
        if places:
            _places[id(code)] = places
            if all(name == "for" for _, name, _ in places.values()):
                _only_for_loops.add(id(code))
        if sys.version_info >= (3, 12):
            events = sys.monitoring.events
            wanted = events.PY_START | (events.INSTRUCTION if places else 0)
            if _observers and code.co_flags & _COROUTINE_FLAGS:
                wanted |= events.PY_RESUME | events.PY_YIELD | events.PY_RETURN
            sys.monitoring.set_local_events(TOOL, code, wanted)
    _may_go_round.update(id(code) for code in _kept if _reaches_a_loop(code))


def _reaches_a_loop(code: CodeType) -> bool:
    by_name: dict[str, list[CodeType]] = {}
    for known in _kept:
        by_name.setdefault(known.co_name, []).append(known)
    reached: set[int] = set()
    waiting = [code]
    while waiting:
        one = waiting.pop()
        if id(one) in reached:
            continue
        if id(one) in _only_for_loops:
            return True
        reached.add(id(one))
        waiting += [inner for inner in one.co_consts if isinstance(inner, CodeType)]
        for name in (*one.co_names, *one.co_varnames, *one.co_freevars, *one.co_cellvars):
            waiting += by_name.get(name, ())
    return False


def watch(functions: list[str], lambdas: set[tuple[str, int]]) -> None:
    """Names of functions whose calls are evidence; `lambdas` are (file, line) of such lambdas."""
    _watched.update(functions)
    _watched_lines.update(lambdas)


def observe(observer: Observer) -> None:
    """Let `observer` see what coroutines do; before `prepare`."""
    _observers.append(observer)


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


def _at_place(code: CodeType, offset: int, place: Place, frame: FrameType) -> None:
    access, name, kind = place
    if access == "loop":
        _go_round(name == "empty")
        return
    me = channel.me()
    if channel.alive < 2 or me < 0 or not channel.active:
        return
    spot = (me, id(code), offset)
    passes = _passes.get(spot, 0) + 1
    _passes[spot] = passes
    weight = 1
    if passes > _EVERY_TIME:
        weight = 64 if passes < _OFTEN else 4096
        if passes % weight:
            return
    variable = _variable(name, kind)
    op = Op.READ if access == "read" else Op.WRITE
    channel.ask(op, variable, weight, where=channel.where(3))
    if kind == "global":
        value = frame.f_globals.get(name)
        if access == "read":
            if type(value) in _SCALARS:
                channel.note("value", channel.mine(variable), repr(value)[:80])
        else:
            _unsettled.append((variable, name, frame.f_globals))
            channel.restless = True


def _go_round(is_empty: bool) -> None:
    """Count a turn of a loop; one that does nothing but look is told of much sooner. Kept short: a
    program may well go round a hundred million times."""
    if channel.serves:
        _go_round_of_server()
        return
    turns = _turns[is_empty] = _turns[is_empty] + 1
    if turns % (_EMPTY_LOOP_STEP if is_empty else _LOOP_STEP) == 0 and channel.active:
        weight = _EMPTY_LOOP_STEP if is_empty else 1
        channel.ask(Op.LOOP, argument=weight, where=channel.where(3))


def _go_round_of_server() -> None:
    """A server answers small messages; one that goes round and round without a single operation in
    between has lost its way, and each turn may cost much."""
    if channel.asked != _since[0]:
        _since[0], _turns[0] = channel.asked, 0
    _turns[0] += 1
    if _turns[0] % _SERVER_LOOP_STEP == 0 and channel.active:
        channel.ask(Op.LOOP, argument=_SERVER_LOOP_WEIGHT, where=channel.where(3))
        _since[0] = channel.asked


def settle() -> None:
    """Tell what the last writes wrote: it is known only after the instruction has run."""
    while _unsettled:
        variable, name, scope = _unsettled.pop()
        value = scope.get(name)
        if type(value) in _SCALARS:
            channel.note("value", channel.mine(variable), repr(value)[:80])


def _variable(name: str, kind: str) -> int:
    # Attributes and items are told apart by name only, not by object: what an instruction works on
    # lies on the evaluation stack, out of reach. Coarser than the truth, so a strategy may take two
    # accesses for racing that are not; it never misses one that is.
    key = (kind, name)
    number = _variables.get(key)
    if number is None:
        number = _variables[key] = channel.new_resource("variable")
        channel.note("variable", number, kind, f".{name}" if kind == "attribute" else name)
    return number


def _monitoring_instruction(code: CodeType, offset: int) -> Any:
    place = _places[id(code)].get(offset)
    if place is None:
        return sys.monitoring.DISABLE
    if place[0] == "loop":
        _go_round(place[1] == "empty")
        return None
    _at_place(code, offset, place, sys._getframe(1))
    return None


def _monitoring_start(code: CodeType, offset: int) -> None:
    _at_start(code)
    if _observers and code.co_flags & _COROUTINE_FLAGS:
        _observers[0].started(sys._getframe(1))


def _trace(frame: FrameType, event: str, argument: Any) -> Any:
    if event == "call":
        if frame.f_code.co_filename not in channel.files:
            return None
        if frame.f_lasti <= 4 or frame.f_code.co_flags & 0x20 == 0:
            _at_start(frame.f_code)
        is_observed = bool(_observers) and frame.f_code.co_flags & _COROUTINE_FLAGS
        if is_observed:
            seen = _observers[0]
            (seen.resumed if seen.knows(frame) else seen.started)(frame)
        if id(frame.f_code) not in _places:
            if is_observed:
                frame.f_trace_lines = False
                return _trace_returns
            return None
        if id(frame.f_code) in _only_for_loops:
            return _trace_lines
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return _trace
    if event == "return":
        return _trace_returns(frame, event, argument)
    if event == "opcode":
        place = _places.get(id(frame.f_code), {}).get(frame.f_lasti)
        if place is not None:
            _at_place(frame.f_code, frame.f_lasti, place, frame)
    return _trace


def _trace_lines(frame: FrameType, event: str, argument: Any) -> Any:
    """The cheaper way for code that shares nothing and only goes round `for` loops."""
    if event == "line":
        _go_round(False)
    elif event == "return":
        _trace_returns(frame, event, argument)
    return _trace_lines


def _trace_returns(frame: FrameType, event: str, argument: Any) -> Any:
    """A coroutine gives the control back; a `yield` and a `return` are the same event here."""
    code = frame.f_code
    if event == "return" and _observers and code.co_flags & _COROUTINE_FLAGS:
        bytecode = _bytecodes.get(id(code))
        if bytecode is None:
            bytecode = _bytecodes[id(code)] = code.co_code
        how = "yielded" if bytecode[frame.f_lasti] == _YIELDS else "returned"
        _observers[0].left(frame, argument, how)
    return _trace_returns


def trace_thread() -> None:
    """Switch the points on in the calling thread (needed on 3.11 only, where tracing costs each
    call of a function, so it is left off where there is nothing to see)."""
    wanted = _places.keys() - _only_for_loops or _watched or _observers
    if sys.version_info < (3, 12) and wanted:
        sys.settrace(_trace)


def enter(function: Any) -> None:
    """A thread is about to run `function`; told when that is the student's own.

    Where the program's only points are the turns of `for` loops, which tell that a thread computes,
    just those threads are traced that can come to one.
    """
    code = getattr(getattr(function, "func", function), "__code__", None)
    may_go_round = True
    if isinstance(code, CodeType) and code.co_filename in channel.files:
        _at_start(code)
        may_go_round = id(code) in _may_go_round
    if sys.version_info < (3, 12) and _only_for_loops and may_go_round:
        sys.settrace(_trace)


def install() -> None:
    """Claim the monitoring tool (3.12 and later)."""
    channel.before_ask.append(lambda me: settle())
    if sys.version_info >= (3, 12):
        monitoring = sys.monitoring
        monitoring.use_tool_id(TOOL, "grader")
        monitoring.register_callback(TOOL, monitoring.events.INSTRUCTION, _monitoring_instruction)
        monitoring.register_callback(TOOL, monitoring.events.PY_START, _monitoring_start)
