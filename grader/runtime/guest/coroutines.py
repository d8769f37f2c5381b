"""What ran as a coroutine: which frames were generators, coroutines or async generators, which of
them stood on the stack when a line was printed, and what passed between them.

Only for tasks whose scenario asks for it (`coroutines = true`): the others pay nothing. From 3.12 on
these are `sys.monitoring` events, local to the code of the student's files; on 3.11 a trace
function (see `memory`).

**Received values.** No event tells what was sent into a generator. But at that moment it lies on
the generator's own evaluation stack, and CPython's garbage collector visits that stack after the
locals: the last referent of a generator that is just being resumed *is* the value. This holds from
3.11 to 3.13 (a test asks each interpreter); where it did not, values would be missing, and none
would be wrong. The alternative, rewriting each `yield` of the program, would mean to grade
something else than what was handed in.

An *instance* is one run of a coroutine's code. Its number is given at its first step; the stack is
read from the frames at each event, so it is right also where no event tells that one was left
(an exception, `throw`).
"""

from __future__ import annotations

import contextlib
import gc
import sys
import types
import weakref
from types import CodeType, FrameType
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.handover import Ledger, Stack
from grader.runtime.guest.memory import TOOL
from grader.runtime.wire import Op

FLAGS = 0x20 | 0x80 | 0x100 | 0x200
_GENERATOR, _ASYNC_GENERATOR = 0x20 | 0x100, 0x200
_OWN_FRAME = {types.GeneratorType: "gi_frame", types.CoroutineType: "cr_frame",
              types.AsyncGeneratorType: "ag_frame"}
_WRAPPED = "async_generator_wrapped_value"
_name_of = type.__dict__["__name__"].__get__
"""a class's name, whatever its metaclass says"""
_DEEPEST = 400
_MOST_INSTANCES = 4000
_MOST_TURNS = 300
_NOTES_AT_ONCE = 150
_MOST_IDLE_STEPS = 100_000


class Observer:
    """The coroutines of one run of the program."""

    def __init__(self) -> None:
        self.numbers: dict[int, int] = {}
        self.objects: dict[int, Any] = {}
        """number of an instance → weak reference to its generator, coroutine ..."""
        self.codes: dict[int, CodeType] = {}
        self.told: Stack = (0,)
        self.ledger = Ledger(self)
        self.reads_sent_values = True
        self._progress = self._idle_steps = self._turns = 0

    def begin(self) -> None:
        """The program is about to run."""
        self.ledger.begin()
        if not self.reads_sent_values:
            channel.note("uncounted")

    # -- events ------------------------------------------------------------------------------

    def started(self, frame: FrameType) -> None:
        """First step of a new instance."""
        if not self._is_ours():
            return
        number = len(self.codes) + 1
        if number > _MOST_INSTANCES:
            channel.note("uncounted")
            return
        code = frame.f_code
        made = _object_of(frame)
        self.numbers[id(frame)] = number
        self.codes[number] = code
        if made is not None:
            self.objects[number] = weakref.ref(made)
        flags = code.co_flags
        kind = ("async generator" if flags & _ASYNC_GENERATOR
                else "generator" if flags & _GENERATOR else "coroutine")
        channel.note("coroutine", number, kind, code.co_qualname[:200],
                     code.co_filename[len(channel.root):], code.co_firstlineno)
        stack = self.stack(frame)
        back = frame.f_back
        is_called = back is not None and back.f_code.co_filename in channel.files
        self.ledger.start(stack, frame, is_called)
        self.flush()

    def resumed(self, frame: FrameType) -> None:
        """An instance goes on, with a value that its `yield` or `await` gives."""
        if not self._is_ours() or id(frame) not in self.numbers:
            return
        stack = self.stack(frame)
        self._turn(stack[0], 1)
        self.ledger.change(stack, frame)
        if self.reads_sent_values:
            self.ledger.hand("sent", stack[1:], stack, _sent_to(self.object_of(stack[0])))
        self.flush()

    def left(self, frame: FrameType, value: Any, how: str) -> None:
        """An instance gives the control back, with a value: `yielded` or `returned`."""
        if not self._is_ours() or id(frame) not in self.numbers:
            return
        if frame.f_code.co_flags & _ASYNC_GENERATOR and _name_of(type(value)) == _WRAPPED:
            value = next(iter(gc.get_referents(value)), None)
        stack = self.stack(frame)
        self.ledger.wrote(stack, frame)
        if how == "returned":
            del self.numbers[id(frame)]
        self.ledger.hand(how, stack, stack[1:], value)
        self._turn(stack[0], 2 if how == "returned" else 0)
        self.ledger.change(stack[1:], frame.f_back)
        self.flush()

    def _turn(self, number: int, how: int) -> None:
        """Tell, for the picture, that one waits (0), goes on (1) or has ended (2)."""
        self._turns += 1
        if self._turns <= _MOST_TURNS:
            channel.note("turn", number, how)

    def prints(self) -> None:
        """A line is about to be printed: tell who is on the stack, if that is another than before."""
        if not self._is_ours():
            return
        self.ledger.progress += 1
        stack = self.stack(sys._getframe(1))
        if stack != self.told:
            self.told = stack
            channel.note("on", list(stack))

    # -- the stack ---------------------------------------------------------------------------

    def stack(self, frame: FrameType | None) -> Stack:
        """Numbers of the instances from `frame` outwards, innermost first; plain code (0) last."""
        found = []
        for _ in range(_DEEPEST):
            if frame is None:
                break
            code = frame.f_code
            if code.co_flags & FLAGS and code.co_filename in channel.files:
                number = self.numbers.get(id(frame))
                if number is not None and self.codes[number] is code:
                    found.append(number)
            frame = frame.f_back
        return (*found, 0)

    def knows(self, frame: FrameType) -> bool:
        """Is it the frame of an instance that has begun? (Each end takes its number away again, so
        no other frame can have come to its place.)"""
        number = self.numbers.get(id(frame))
        return number is not None and self.codes[number] is frame.f_code

    def object_of(self, number: int) -> Any:
        """The generator, coroutine ... of an instance; None when it is gone."""
        reference = self.objects.get(number)
        return None if reference is None else reference()

    def _is_ours(self) -> bool:
        return channel.active and channel.me() == 0

    def flush(self) -> None:
        """Notes travel with the next operation; a program that does none for long gets one. One
        whose coroutines go on and on, and nothing is printed, written or handed over any more,
        never ends: it is let wait until the end of time."""
        if self._progress != self.ledger.progress:
            self._progress = self.ledger.progress
            self._idle_steps = 0
        self._idle_steps += 1
        if self._idle_steps > _MOST_IDLE_STEPS:
            channel.ask(Op.SLEEP, wait_ns=1 << 62)
        if len(channel.notes) > _NOTES_AT_ONCE:
            channel.ask(Op.TURN, where=0)


def _sent_to(made: Any) -> Any:
    """What was sent into a generator that is just being resumed; see the module."""
    held = gc.get_referents(made) if made is not None else None
    return held[-1] if held else None


def _reads_sent_values() -> bool:
    """Try it out, with a value beside locals and other things on the stack."""
    seen: list[Any] = []

    def probe() -> Any:
        local = object()
        return [local, (yield)]

    made = probe()
    events = sys.monitoring.events
    sys.monitoring.register_callback(
        TOOL, events.PY_RESUME, lambda code, offset: seen.append(_sent_to(made)))
    sys.monitoring.set_local_events(TOOL, probe.__code__, events.PY_RESUME)
    next(made)
    sent = object()
    with contextlib.suppress(StopIteration):
        made.send(sent)
    sys.monitoring.set_local_events(TOOL, probe.__code__, 0)
    return len(seen) == 1 and seen[0] is sent


def _object_of(frame: FrameType) -> Any:
    made = getattr(frame, "f_generator", None)  # 3.14
    if made is not None:
        return made
    for holder in gc.get_referrers(frame):
        name = _OWN_FRAME.get(type(holder))
        if name is not None and getattr(holder, name) is frame:
            return holder
    return None


def install() -> Observer:
    """Observe the coroutines of the program that will be run."""
    seen = Observer()
    from grader.runtime.guest import memory, output
    from grader.runtime.guest.handover import watch_queues

    output.before_line.append(seen.prints)
    memory.observe(seen)
    watch_queues(seen)
    if sys.version_info >= (3, 12):
        seen.reads_sent_values = _reads_sent_values()
        events, register = sys.monitoring.events, sys.monitoring.register_callback
        frame_of = sys._getframe
        register(TOOL, events.PY_RESUME, lambda code, offset: seen.resumed(frame_of(1)))
        register(TOOL, events.PY_YIELD,
                 lambda code, offset, value: seen.left(frame_of(1), value, "yielded"))
        register(TOOL, events.PY_RETURN,
                 lambda code, offset, value: seen.left(frame_of(1), value, "returned"))
    return seen
