"""The one way from the student's process to the conductor: announce, wait for the go.

Whoever holds the go is the only thread of the program that runs, so nothing here needs a lock.
Before the world begins (in the zygote, while modules are imported) every operation simply succeeds.
"""

from __future__ import annotations

import json
import os
import sys
from _thread import get_ident as real_ident
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

from grader.runtime.guest.loops import loop_kind
from grader.runtime.wire import (
    ANNOUNCEMENT,
    BODY,
    FOREVER,
    GO,
    INTERRUPTED,
    LOCAL_BITS,
    SHARED,
    SLOT_SHIFT,
    Op,
)

_read = os.read
_write = os.write
_leave = os._exit
_frame = sys._getframe
_STACK_DEPTH = 24
_GUEST = os.path.dirname(__file__)
_LIBRARY = os.path.dirname(os.__file__) + "/"
_SITE = _LIBRARY + "site-packages/"
_INDEX = (1 << SLOT_SHIFT) - 1
_LOCAL = (1 << LOCAL_BITS) - 1


def _module_of(filename: str) -> str:
    """`logging` for the file of a library module; what called an operation on its own account."""
    name = filename.rpartition("/")[2]
    if name == "__init__.py":
        return filename.rpartition("/")[0].rpartition("/")[2]
    return name.removesuffix(".py")


def _package_of(filename: str) -> str:
    """`asyncio` for any file of that package; empty for what is none of the library's."""
    if not filename.startswith(_LIBRARY) or filename.startswith(_SITE):
        return ""
    return filename[len(_LIBRARY):].partition("/")[0].removesuffix(".py")


def _make_encode() -> Callable[[list[Any]], bytes]:
    """`JSONEncoder.encode`, but with the C encoder kept, which it makes anew for each call: that
    took longer than the encoding. Its constructor is the library's own affair and may change."""
    encoder = json.JSONEncoder(separators=(",", ":"))
    try:
        pieces = json.encoder.c_make_encoder(  # type: ignore[attr-defined]
            None, encoder.default, json.encoder.encode_basestring_ascii, None, ":", ",",
            False, False, True,
        )
    except (AttributeError, TypeError):
        return lambda notes: encoder.encode(notes).encode("ascii")
    return lambda notes: "".join(pieces(notes, 0)).encode("ascii")


_encode = _make_encode()


class Channel:
    """The state of one process's conversation with the conductor."""

    def __init__(self) -> None:
        self.active = False
        self.serves = False
        """is this a server, and the network modelled?"""
        self.announce_fd = -1
        self.go_fds: list[int] | dict[int, int] = []
        self.process = 0
        self.base = 0
        """what the numbers of this process's resources and positions begin with"""
        self.main = 0
        """index of its main thread"""
        self.mail = 0
        """HAS_MAIL: descriptors went ahead of the next announcement"""
        self.clock = 0
        self.ticks = 0
        self.asked = 0
        """how many operations there have been"""
        self.nonce = 0
        self.index: dict[int, int] = {}
        self.alive = 1
        self.notes: list[Any] = []
        self.files: frozenset[str] = frozenset()
        self.root = ""
        self.resources = 0
        self.on_signal: Callable[[], None] = lambda: None
        self.before_ask: list[Callable[[int], None]] = []
        self.restless = False
        """is there something that `before_ask` has to tell?"""
        self._wheres: dict[tuple[int, ...], int] = {}
        self.bottom: FrameType | None = None
        """where the stack ends for the program, though that of a parent is still under it"""
        self.ended: set[int] = set()

    def me(self) -> int:
        """Index of the calling thread; -1 for a thread that the world does not know."""
        return self.index.get(real_ident(), -1)

    def new_resource(self, kind: str, first: int = 0, bound: int | None = None) -> int:
        """Give a number to a new lock, event ...; told to the world with the next announcement."""
        self.resources += 1
        number = self.base | self.resources
        self.notes.append(["resource", number, kind, first, bound, self.where(2)])
        return number

    def new_shared(self, kind: str, first: int = 0, bound: int | None = None) -> int:
        """The same for what a fork does not copy."""
        self.resources += 1
        number = SHARED | self.base | self.resources
        self.notes.append(["resource", number, kind, first, bound, self.where(2)])
        return number

    def mine(self, number: int) -> int:
        """The number by which this process knows a resource that it may have inherited."""
        if not self.process or number & SHARED or not number:
            return number
        return self.base | (number & _LOCAL)

    def note(self, *note: Any) -> None:
        """Tell something that is no operation; it travels with the next announcement."""
        if self.active:
            self.notes.append(list(note))

    def where(self, depth: int = 1) -> int:
        """Number of the caller's position: the frames of the student's own files, innermost first."""
        frame: FrameType | None = _frame(depth)
        while frame is not None and frame.f_code.co_filename.startswith(_GUEST):
            frame = frame.f_back
        files = self.files
        caller = "" if frame is None else frame.f_code.co_filename
        key: list[int] = [0 if caller in files else hash(caller)]
        frames: list[FrameType] = []
        through: list[str] = []
        bottom = self.bottom
        while frame is not None and frame is not bottom and len(frames) < _STACK_DEPTH:
            code = frame.f_code
            if code.co_filename in files:
                key.append(id(code))
                key.append(frame.f_lasti)
                frames.append(frame)
            elif self.serves and code.co_filename not in through:
                key.append(hash(code.co_filename))
                through.append(code.co_filename)
            frame = frame.f_back
        found = tuple(key)
        number = self._wheres.get(found)
        if number is None:
            number = self._wheres[found] = self.base | (len(self._wheres) + 1)
            stack = [
                [f.f_code.co_filename[len(self.root):], f.f_lineno, f.f_code.co_name]
                for f in frames
            ]
            library = "" if caller in files else _module_of(caller)
            note = ["where", number, stack, loop_kind(frames), library]
            if self.serves:
                note.append(list(dict.fromkeys(filter(None, map(_package_of, through)))))
            self.notes.append(note)
        return number

    def ask(
        self, op: Op, resource: int = 0, argument: int = 0, wait_ns: int = FOREVER,
        payload: Any = None, where: int | None = None,
    ) -> int:
        """Announce an operation, wait until the world grants it, return its result."""
        if not self.active:
            return 1
        me = self.index.get(real_ident(), -1)
        if me < 0 or me in self.ended:
            return 1
        if self.restless:
            self.restless = False
            for hook in self.before_ask:
                hook(me)
        if where is None:
            where = self.where(2)
        return self._exchange(me, op, resource, argument, wait_ns, payload, where)

    def _exchange(
        self, me: int, op: Op, resource: int, argument: int, wait_ns: int, payload: Any, where: int
    ) -> int:
        self.asked += 1
        notes = self.notes
        if payload is not None:
            notes.append(["payload", payload])
        body = _encode(notes) if notes else b""
        notes.clear()
        if self.process:
            resource = self.mine(resource)
            argument = self.mine(argument) if op == Op.COND_WAIT else argument
        mail, self.mail = self.mail, 0
        message = ANNOUNCEMENT.pack(
            len(body), op, mail, me, resource, argument, wait_ns, where, self.nonce
        ) + body
        while message:
            message = message[_write(self.announce_fd, message):]
        result = self.wait_for_go(me)
        while result == INTERRUPTED:
            try:
                self.on_signal()
            except BaseException:
                self._resume(me, 1)
                raise
            result = self._resume(me, 0)
        return result

    def _resume(self, me: int, given_up: int) -> int:
        _write(self.announce_fd, ANNOUNCEMENT.pack(
            0, Op.RESUME, 0, me, 0, given_up, FOREVER, 0, self.nonce
        ))
        return self.wait_for_go(me)

    def say_gone(self, me: int) -> None:
        """The last word of a thread; nobody answers it. An end is no point of its own: it follows
        upon the thread's last operation, since nothing that others do could come between."""
        for hook in self.before_ask:
            hook(me)
        body = _encode(self.notes) if self.notes else b""
        self.notes.clear()
        message = ANNOUNCEMENT.pack(
            len(body), Op.GONE, 0, me, 0, 0, FOREVER, 0, self.nonce
        ) + body
        while message:
            message = message[_write(self.announce_fd, message):]

    def wait_for_go(self, me: int) -> int:
        """Block until the world lets thread `me` run; return the result of its operation."""
        data = _read(self.go_fds[me], GO.size)
        if len(data) != GO.size:
            _leave(70)
        clock, result, self.nonce = GO.unpack(data)
        if clock != self.clock:
            self.clock = clock
            self.ticks = 0
        return int(result)


    def read_body(self) -> bytes:
        """What follows the go of an operation that comes with bytes."""
        fd = self.go_fds[self.me()]
        size = BODY.unpack(_exactly(fd, BODY.size))[0]
        return _exactly(fd, size)

    def take_go_pipe(self, started: int) -> int:
        """The index of a thread that START has answered with; it is given its go pipe. Only where
        pipes are used again (see SLOT_SHIFT) is there more to the answer."""
        if not self.serves or self.process:
            return started & _INDEX
        index, slot = started & _INDEX, started >> SLOT_SHIFT
        if not isinstance(self.go_fds, dict):
            self.go_fds = _Slots(enumerate(self.go_fds))
        assert isinstance(self.go_fds, _Slots)
        self.go_fds[index] = self.go_fds.of_slot[slot]
        return index


class _Slots(dict[int, int]):
    """The main process's go pipes by thread; `of_slot`: by number."""

    def __init__(self, pipes: Iterable[tuple[int, int]]) -> None:
        self.of_slot = dict(pipes)
        super().__init__({0: self.of_slot[0]})


def _exactly(fd: int, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = _read(fd, size - len(data))
        if not piece:
            _leave(70)
        data += piece
    return data


channel = Channel()
