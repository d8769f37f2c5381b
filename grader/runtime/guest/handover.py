"""What was handed from one coroutine to another.

Some ways are seen exactly: a value sent into a generator, yielded or returned by one, an argument
of a call, an item that went through a queue. For everything else that two coroutines can share (a
deque, a slot of an object, a global, a future's result) the state itself is compared: coroutines
switch only where they say so, so whatever is new in what a coroutine can reach when it gives the
control away was written by it, and whatever of that another one can reach when it gets the control
was there for it to take. A coroutine's own local variables do not count, and neither does what
stood there before: two loops that count up by themselves share nothing.
"""

from __future__ import annotations

import gc
import queue
import sys
from collections import deque
from types import CellType, CodeType, FrameType
from typing import TYPE_CHECKING, Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.values import (
    Place,
    add_contents,
    atom_of,
    atoms_within,
    describe,
    know_asyncio,
    know_library,
)

if TYPE_CHECKING:
    from grader.runtime.guest.coroutines import Observer

Stack = tuple[int, ...]
"""numbers of the coroutines on the stack, innermost first; the plain code below them is 0"""
_MOST_HANDED, _MOST_LOOKS, _MOST_GIVEN = 6000, 10_000, 6000
_MOST_ARGUMENTS, _MOST_WRITERS = 8, 3
_PLAIN_FRAMES = 12


class Ledger:
    """Who wrote what, and who got it."""

    def __init__(self, observer: Observer) -> None:
        self._observer = observer
        self.loaded: set[str] = set()
        self._constants: set[int] = set()
        self._main: dict[str, Any] = {}
        self._running: Stack = (0,)
        self._before: dict[Place, None] = {}
        self._given: dict[Place, tuple[int, Stack]] = {}
        self._last_seen: dict[int, tuple[int, dict[Place, None]]] = {}
        self._history: list[Stack] = [(0,)]
        """who has run, one after another, and for each coroutine what it saw when it last ran"""
        self._maybe: dict[Place, list[tuple[int, Stack]]] = {}
        self._released: dict[str, list[tuple[int, Stack]]] = {}
        """what the library took out of a queue for nobody knows whom"""
        self._shown: set[tuple[int, tuple[int, ...]]] = set()
        self.progress = 0
        """how much has been handed over or written so far"""
        self._handed = self._looks = self._gifts = 0
        self._inside_queues: dict[int, tuple[Any, list[tuple[Any, Stack, int]]]] = {}

    def learn(self, loaded: set[str], codes: list[CodeType]) -> None:
        """What the program's code says: names of globals that some function reads, and constants.
        Two functions with the same literal share one tuple, which hands nothing over."""
        self.loaded |= loaded
        for code in codes:
            self._constants |= {id(c) for c in code.co_consts if type(c) in (tuple, frozenset)}

    def begin(self) -> None:
        """The program's module is there now."""
        self._main = sys.modules["__main__"].__dict__

    # -- what is seen exactly ----------------------------------------------------------------

    def hand(
        self, how: str, giver: Stack, taker: Stack, value: Any, gift: int = 0
    ) -> None:
        """Tell that `value` went from `giver` to `taker`; `gift`: the note that tells when it was
        given, if that was before."""
        if giver == taker:
            return
        whole, parts, is_object = describe(value, is_put=how == "queue")
        if not parts and not is_object:
            return
        self._handed += 1
        self.progress += 1
        if self._handed <= _MOST_HANDED:
            channel.note("handed", how, list(giver), list(taker), whole, parts, is_object, gift)
            self._observer.flush()
        elif self._handed == _MOST_HANDED + 1:
            channel.note("uncounted")

    def start(self, stack: Stack, frame: FrameType, is_called: bool) -> None:
        """A coroutine begins: its arguments came from whoever runs it, where that is known."""
        self.change(stack, frame)
        giver = stack[1:] if is_called else ()
        code = frame.f_code
        many = code.co_argcount + code.co_kwonlyargcount
        many += bool(code.co_flags & 0x04) + bool(code.co_flags & 0x08)  # *args, **kwargs
        names = code.co_varnames[:many]
        values = frame.f_locals
        for name in names[:_MOST_ARGUMENTS]:
            value = values.get(name)
            if is_called or type(value) not in (list, set, dict):
                self.hand("argument", giver, stack, value)

    def put(self, holder: Any, item: Any, frame: FrameType) -> None:
        """`item` went into a queue."""
        items = self._inside_queues.setdefault(id(holder), (holder, []))[1]
        stack = () if _is_callback(frame) else self._observer.stack(frame)
        self._gifts += 1
        self.progress += 1
        gift = self._gifts if self._gifts <= _MOST_GIVEN else 0
        if gift:
            channel.note("queued", gift, list(stack), *describe(item, is_put=True))
        items.append((item, stack, gift))

    def got(self, holder: Any, item: Any, frame: FrameType) -> None:
        """`item` came out of a queue: from whoever put it in."""
        items = self._inside_queues.get(id(holder), (holder, []))[1]
        for i, (inside, giver, gift) in enumerate(items):
            if inside is item:
                del items[i]
                taker = self._observer.stack(frame)
                self.hand("queue", giver, taker, item, gift)
                if taker == (0,) and gift:  # a task of the library's, as `wait_for` made one in 3.11
                    for part in describe(item)[1]:
                        self._released.setdefault(part, []).append((gift, giver))
                return

    def _new_gift(self) -> int:
        self._gifts += 1
        if self._gifts <= _MOST_GIVEN:
            channel.note("gives", self._gifts)
            self._observer.flush()
            return self._gifts
        if self._gifts == _MOST_GIVEN + 1:
            channel.note("uncounted")
        return 0

    # -- what is shared ----------------------------------------------------------------------

    def wrote(self, stack: Stack, frame: FrameType | None) -> None:
        """`stack` has run up to here: what is new was written by it."""
        self._running = stack
        self._settle(frame)

    def change(self, stack: Stack, frame: FrameType | None) -> None:
        """From here on `stack` runs: what it can see of the others' is there for it."""
        self._settle(frame)
        self._leave()
        self._running = stack
        self._before = seen = self._reach(stack, frame)
        self._find_gifts(stack)
        # Told once to each coroutine and helper of its own, not to each run of that helper anew.
        path = (*stack[-2:-1], *(id(self._observer.codes.get(n)) for n in stack))
        there = [(self._given[place], place[2]) for place in seen if place in self._given]
        there += [(one, place[2]) for place in seen for one in self._maybe.get(place, ())]
        if self._released:
            there += [(one, place[2]) for place in seen for one in
                      self._released.get(place[2], ())]
        for (number, giver), text in sorted(there):
            if giver != stack and (number, path) not in self._shown:
                self._shown.add((number, path))
                self.hand("shared", giver, stack, text, number)

    def _leave(self) -> None:
        """Remember what the running coroutine could see when it gave the control away."""
        if self._history[-1] != self._running:
            self._history.append(self._running)
        self._last_seen[self._running[0]] = len(self._history), self._before

    def _find_gifts(self, stack: Stack) -> None:
        """What a coroutine sees for the first time, and no writer could (the result of a future
        that only its waiter holds), came from one of those that ran since it last looked."""
        since, before = self._last_seen.get(stack[0], (0, None))
        if before is None or stack == (0,):
            return
        writers = list(dict.fromkeys(reversed(self._history[since:])))
        for place in self._before:
            if place not in before and place not in self._given:
                for writer in writers[:_MOST_WRITERS]:
                    if writer not in (stack, (0,)) and (gift := self._new_gift()):
                        self._maybe.setdefault(place, []).append((gift, writer))

    def _settle(self, frame: FrameType | None) -> None:
        now = self._reach(self._running, frame)
        for place in now:  # in the order of discovery, which is the same in each run
            if place not in self._before and (gift := self._new_gift()):
                self.progress += 1
                self._given[place] = (gift, self._running)
        self._before = now

    def _reach(self, stack: Stack, frame: FrameType | None) -> dict[Place, None]:
        """All that the coroutines of `stack` and the plain code around them can reach, other than
        their own local numbers and texts."""
        self._looks += 1
        if self._looks > _MOST_LOOKS:
            if self._looks == _MOST_LOOKS + 1:
                channel.note("uncounted")
            return {}
        roots: deque[Any] = deque()
        for number in stack[:-1]:
            roots += _held(self._observer.object_of(number))
        plain = 0
        scopes = {id(self._main): self._main}
        while frame is not None and plain < _PLAIN_FRAMES:
            code = frame.f_code
            if code.co_filename in channel.files:
                scopes[id(frame.f_globals)] = frame.f_globals
                if code.co_name != "<module>" and not code.co_flags & 0x3A0:
                    plain += 1
                    roots += _kept_in(frame)
            frame = frame.f_back
        found: dict[Place, None] = {}
        for number, scope in scopes.items():
            shared = [value for name, value in list(scope.items())
                      if name in self.loaded and not name.startswith("__")]
            add_contents(number, shared, found, roots)
        atoms_within(roots, found, self._constants)
        return found


def _is_callback(frame: FrameType | None) -> bool:
    """Did the event loop itself call this (`loop.call_soon(queue.put_nowait, item)`)? Then nobody
    knows on whose behalf."""
    while frame is not None and frame.f_code.co_filename not in channel.files:
        if frame.f_code.co_qualname == "Handle._run":
            return True
        frame = frame.f_back
    return False


def _held(made: Any) -> list[Any]:
    """What a generator's or coroutine's frame holds: locals, closure and evaluation stack."""
    return [] if made is None else [
        part for part in gc.get_referents(made) if atom_of(part) is None
    ]


def _kept_in(frame: FrameType) -> list[Any]:
    """What a plain function's locals hold."""
    return [value for value in list(frame.f_locals.values()) if atom_of(value) is None
            and type(value) is not CellType]


def watch_queues(observer: Observer) -> None:
    """Let the library's queues tell what goes in and comes out."""
    ledger = observer.ledger

    def watch(made: Any, put: str, get: str) -> None:
        plain_put, plain_get = made.__dict__[put], made.__dict__[get]

        def put_in(self: Any, item: Any, *args: Any, **options: Any) -> Any:
            result = plain_put(self, item, *args, **options)
            ledger.put(self, item, sys._getframe(1))
            return result

        def take_out(self: Any, *args: Any, **options: Any) -> Any:
            item = plain_get(self, *args, **options)
            ledger.got(self, item, sys._getframe(1))
            return item

        for name, face, plain in ((put, put_in, plain_put), (get, take_out, plain_get)):
            face.__name__, face.__qualname__ = plain.__name__, plain.__qualname__
            face.__doc__, face.__module__ = plain.__doc__, plain.__module__
            setattr(made, name, face)

    know_library()
    watch(queue.Queue, "put", "get")
    watch(queue.SimpleQueue, "put", "get")
    asyncio = sys.modules.get("asyncio")
    if asyncio is not None:
        know_asyncio(asyncio)
        watch(asyncio.Queue, "put_nowait", "get_nowait")
